package in.suchna.message;

import java.util.Locale;

/** In whose hands a file is that a citizen sent. */
public enum Custody {
    /** Still with WhatsApp: to be fetched. */
    WAITING,
    /** In the evidence bucket, its hash checked. */
    KEPT,
    /** Nobody can get it any more. */
    LOST;

    /** The word in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The custody of a word in the table. */
    public static Custody ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
