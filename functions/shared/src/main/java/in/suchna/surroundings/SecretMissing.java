package in.suchna.surroundings;

/** Parameter Store has no parameter of this name. */
public final class SecretMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretMissing(String name) {
        super("Parameter Store has no parameter " + name + "; the README says how to make it");
    }
}
