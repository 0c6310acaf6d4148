package in.suchna.desk.tip;

import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.util.Locale;

/** A tip's priority and status, each by colour, sign and words, so that none of them must be seen. */
public final class Badge {
    private Badge() {}

    /** The priority. */
    public static Markup of(Priority priority, Phrases phrases) {
        String sign = switch (priority) {
            case CRITICAL -> "▲▲ ";
            case HIGH -> "▲ ";
            case NORMAL -> "● ";
            case LOW -> "▽ ";
        };
        return Element.of("span", "badge priority-" + low(priority), sign + phrases.of(priority));
    }

    /** The status. */
    public static Markup of(Status status, Phrases phrases) {
        return Element.of("span", "badge status-" + low(status), phrases.of(status));
    }

    /** The word that nobody has read it, or not its last part. */
    public static Markup unread(Phrases phrases) {
        return Element.of("span", "badge unread", "✉ " + phrases.of("tip.unread"));
    }

    private static String low(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
