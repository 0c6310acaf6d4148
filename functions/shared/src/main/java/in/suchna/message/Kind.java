package in.suchna.message;

import java.util.Locale;

/** How a kept thing is to be treated; the stream mappings in template.yaml filter on {@link #label()}. */
public enum Kind {
    /** A message a person sent just now: becomes or joins a tip. */
    LIVE,
    /** A message that reached another agent of the number: kept, not answered. */
    STANDBY,
    /** Something about the account: a restriction, a template paused. */
    EVENT,
    /** A field no one here has heard of: kept as it came. */
    UNHEARD,
    /** Signed bytes, or a part of a batch, that could not be read: kept as they came, sealed. */
    UNREADABLE,
    /** A further slice of an original too large for one row; its id is the row's id with {@code /1}, {@code /2} and so on. */
    PART;

    /** The word in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word in the table. */
    public static Kind ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
