package in.suchna.widget.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the desk. */
public enum Tongue {
    ENGLISH("en"),
    HINDI("hi");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, which names the resource file too. */
    public String tag() {
        return tag;
    }

    /** The language of a console's locale, such as {@code hi-IN}. */
    public static Optional<Tongue> of(String locale) {
        String language = locale.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values()).filter(t -> t.tag.equals(language)).findFirst();
    }
}
