package in.suchna.duty;

import java.util.Locale;

/** How an officer's word came. */
public enum Channel {
    /** By the link in an SMS. */
    LINK,
    /** By a message or a button on WhatsApp. */
    WHATSAPP,
    /** An admin noted it at the desk. */
    DESK;

    /** The word in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of a word in the table. */
    public static Channel ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
