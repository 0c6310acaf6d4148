package in.suchna.citizen;

import java.util.Arrays;
import java.util.Optional;

/** The languages Suchna answers in. */
public enum Language {
    HINDI("hi"),
    CHHATTISGARHI("hne"),
    HINGLISH("hi-Latn"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, which names the resource file too. */
    public String tag() {
        return tag;
    }

    /** The language of a tag. */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }
}
