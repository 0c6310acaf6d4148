package in.suchna.outbox;

/**
 * The error an outbox row met last, and how often in a row; so that an hour of one trouble doesn't count against the next.
 *
 * @param code WhatsApp's error code, or one of our own below zero; meaningless while {@code times} is 0
 * @param times how often in a row; 0 when it met none
 */
public record Trouble(int code, int times) {

    /** Nothing went wrong yet. */
    public static final Trouble NONE = new Trouble(0, 0);

    /** What the row has met when it now meets this code. */
    public Trouble and(int next) {
        return times > 0 && code == next ? new Trouble(code, times + 1) : new Trouble(next, 1);
    }
}
