package in.suchna.local.stream;

/** A function's role does not allow what its stream mapping needs; AWS would refuse the deployment too. */
public final class MappingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MappingRefused(String function, String action, String resource) {
        super("The role of " + function + " in template.yaml may not " + action + " on " + resource
                + ", which its stream mapping needs");
    }
}
