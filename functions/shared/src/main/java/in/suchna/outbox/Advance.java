package in.suchna.outbox;

/** What a receipt did to an outbox row. */
public enum Advance {
    /** The row moved forward. */
    FORWARD,
    /** The row was there already, or beyond. */
    NOTHING_NEW,
    /** There is no such row. */
    NO_SUCH_ROW
}
