package in.suchna.acknowledge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What the page says in one language.
 *
 * @param tag the language, such as {@code hi}
 * @param sentences by key
 */
record Words(String tag, Properties sentences) {

    /** The words of a resource file. */
    static Words ofResources(String tag) {
        String file = tag + ".properties";
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + file + " can't be read", e);
        }
        return new Words(tag, sentences);
    }

    /** @throws IllegalArgumentException if the file lacks the key */
    String say(String key) {
        return Optional.ofNullable(sentences.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException(tag + ".properties lacks " + key));
    }
}
