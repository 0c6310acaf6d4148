package in.suchna.intake.words;

import in.suchna.citizen.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * All sentences Suchna says to citizens. They stand in {@code words/<language tag>.properties}, UTF-8, where a person who
 * is no programmer can change them; {@code {0}} is where a reference or a number goes.
 */
public final class Sentences {
    private final Map<Language, Properties> byLanguage;

    private Sentences(Map<Language, Properties> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** Reads the resource files. */
    public static Sentences ofResources() {
        Map<Language, Properties> read = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            read.put(language, load(language.tag() + ".properties"));
        }
        return new Sentences(read);
    }

    static Properties load(String file) {
        Properties words = new Properties();
        try (InputStream in = Sentences.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new SentenceMissing("There is no resource file " + file);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new SentenceMissing("The resource file " + file + " can't be read");
        }
    }

    /** @throws SentenceMissing if no language has it */
    public String of(Language language, String key, String... values) {
        String sentence = optional(language, key)
                .orElseThrow(() -> new SentenceMissing("No sentence '" + key + "' in " + language.tag()));
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", values[i]);
        }
        return sentence;
    }

    /** A sentence that may be absent, such as a helpline of a category that has none. */
    public Optional<String> optional(Language language, String key) {
        Properties words = byLanguage.get(language);
        return words == null ? Optional.empty() : Optional.ofNullable(words.getProperty(key));
    }

    /** The keys of a language, sorted. */
    public Set<String> keys(Language language) {
        Properties words = byLanguage.get(language);
        return words == null ? Set.of() : new TreeSet<>(words.stringPropertyNames());
    }
}
