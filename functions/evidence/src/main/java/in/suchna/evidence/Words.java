package in.suchna.evidence;

import in.suchna.citizen.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What a citizen is told of a file that could not be had; the sentences stand in {@code words/<language tag>.properties}. */
final class Words {

    /** What is told. */
    enum Occasion {
        /** Of a tip's file: send it once more. */
        LOST("lost"),
        /** Of a tip's file that is too large: send a shorter piece. */
        TOO_LARGE("lost.large"),
        /** Of a file that belongs to no tip. */
        LOST_ALONE("lost.alone");

        private final String key;

        Occasion(String key) {
            this.key = key;
        }
    }

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    /** Reads the resource files. */
    Words() {
        for (Language language : Language.values()) {
            byLanguage.put(language, load("words/" + language.tag() + ".properties"));
        }
    }

    private static Properties load(String file) {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource file " + file + " can't be read", e);
        }
    }

    /** A sentence; {@code reference} stands where it has {@code {0}}. */
    String of(Language language, Occasion occasion, String reference) {
        Properties words = Objects.requireNonNull(byLanguage.get(language));
        return Objects.requireNonNull(words.getProperty(occasion.key), occasion.key)
                .replace("{0}", reference);
    }
}
