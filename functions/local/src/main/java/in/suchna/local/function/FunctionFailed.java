package in.suchna.local.function;

/** A call of a function ended with an exception or took longer than its timeout. */
public final class FunctionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FunctionFailed(String function, String why, Throwable cause) {
        super("The function " + function + " " + why, cause);
    }
}
