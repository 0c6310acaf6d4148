package in.suchna.disclosure;

import java.util.Locale;

/** How far a request has come; it moves forward only. */
public enum Stage {
    /** One person asked. */
    REQUESTED,
    /** A second person agreed; the address waits to be shown. */
    APPROVED,
    /** It was shown, once. */
    SHOWN,
    /** A second person did not agree. */
    REFUSED;

    /** The word in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of a word in the table. */
    public static Stage ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
