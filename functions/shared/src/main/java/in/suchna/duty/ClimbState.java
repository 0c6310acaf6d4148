package in.suchna.duty;

import java.util.Locale;

/** Where the climbing of a ladder stands. */
public enum ClimbState {
    /** Nobody, or not enough people, acknowledged; the next rung comes. */
    CLIMBING,
    /** People have it; no more is sent. */
    ACKNOWLEDGED,
    /** All rungs are used and the control room was told so; an acknowledgement is still taken. */
    EXHAUSTED,
    /** The tip rose again and climbs anew. */
    SUPERSEDED,
    /** The tip was closed. */
    CLOSED;

    /** Whether officers are still to be told. */
    public boolean stillTells() {
        return this == CLIMBING || this == EXHAUSTED;
    }

    /** The word in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word in the table. */
    public static ClimbState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
