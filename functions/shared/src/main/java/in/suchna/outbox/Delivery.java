package in.suchna.outbox;

import java.util.Locale;

/** How far an outbox row has come. It only moves forward; {@code FAILED} is its other end. */
public enum Delivery {
    WAITING,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    /** The word in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The delivery of a word in the table. */
    public static Delivery ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
