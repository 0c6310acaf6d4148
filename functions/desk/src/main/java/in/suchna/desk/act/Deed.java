package in.suchna.desk.act;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an admin can do with a tip. */
public enum Deed {
    READ,
    ASSIGN,
    PRIORITY,
    ACKNOWLEDGE,
    ASK,
    TELL,
    CLOSE,
    REOPEN,
    MUTE,
    UNMUTE;

    /** The word in an action's parameters, in the names of phrases and on the timeline. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The deed of a word. */
    static Optional<Deed> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(deed -> deed.label().equals(label))
                .findFirst();
    }
}
