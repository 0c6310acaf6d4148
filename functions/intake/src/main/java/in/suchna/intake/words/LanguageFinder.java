package in.suchna.intake.words;

import in.suchna.citizen.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the language of a text from its script and its small words. The words stand in {@code marks.properties}. */
public final class LanguageFinder {
    private final Set<String> chhattisgarhi;
    private final Set<String> chhattisgarhiLatin;
    private final Set<String> hinglish;
    private final Set<String> english;

    private LanguageFinder(Properties marks) {
        this.chhattisgarhi = set(marks, "hne");
        this.chhattisgarhiLatin = set(marks, "hne-Latn");
        this.hinglish = set(marks, "hi-Latn");
        this.english = set(marks, "en");
    }

    /** Reads the resource file. */
    public static LanguageFinder ofResources() {
        return new LanguageFinder(Sentences.load("marks.properties"));
    }

    private static Set<String> set(Properties marks, String key) {
        return Arrays.stream(marks.getProperty(key, "").strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** The language of a text; empty where it has no words, such as a number or an emoji. */
    public Optional<Language> find(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+");
        long devanagari = letters(text, Character.UnicodeScript.DEVANAGARI);
        long latin = letters(text, Character.UnicodeScript.LATIN);
        if (devanagari == 0 && latin == 0) {
            return Optional.empty();
        }
        if (devanagari * 2 >= latin) {
            // one mark is enough in a short text, for the small words of Hindi are never among them
            return Optional.of(
                    count(words, chhattisgarhi) * 12 >= words.length ? Language.CHHATTISGARHI : Language.HINDI);
        }
        long local = count(words, hinglish) + count(words, chhattisgarhiLatin);
        return Optional.of(local >= count(words, english) && local > 0 ? Language.HINGLISH : Language.ENGLISH);
    }

    private static long letters(String text, Character.UnicodeScript script) {
        return text.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == script)
                .count();
    }

    private static long count(String[] words, Set<String> marks) {
        return Arrays.stream(words).filter(marks::contains).count();
    }
}
