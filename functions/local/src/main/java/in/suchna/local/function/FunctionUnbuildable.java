package in.suchna.local.function;

/** A handler named in template.yaml can't be built from its full constructor. */
public final class FunctionUnbuildable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionUnbuildable(String function, String why, Throwable cause) {
        super("The function " + function + " of template.yaml can't be built: " + why, cause);
    }

    FunctionUnbuildable(String function, String why) {
        super("The function " + function + " of template.yaml can't be built: " + why);
    }
}
