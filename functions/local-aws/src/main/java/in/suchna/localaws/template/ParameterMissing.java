package in.suchna.localaws.template;

/** A parameter of template.yaml has no value, or one that its own rules refuse. */
public final class ParameterMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParameterMissing(String name, String why) {
        super("The parameter " + name + " of template.yaml " + why);
    }
}
