package in.suchna.seal;

/** Sealed bytes that are damaged, of another layout, or sealed for another purpose or key. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBroken(String message) {
        super(message);
    }

    public SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
