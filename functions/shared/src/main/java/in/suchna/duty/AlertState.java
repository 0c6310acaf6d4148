package in.suchna.duty;

import java.util.Locale;

/** Where an alert stands. */
public enum AlertState {
    PENDING,
    SENDING,
    SENT,
    DELIVERED,
    FAILED,
    ACKNOWLEDGED,
    SUPERSEDED;

    /** The word in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word in the table. */
    public static AlertState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
