package in.suchna.notary;

/** A pack that must not be made, for what would be in it is not what was kept. */
final class PackBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    PackBroken(String message) {
        super(message);
        this.reason = message;
    }

    /** Why, for who asked for the pack. */
    String reason() {
        return reason;
    }
}
