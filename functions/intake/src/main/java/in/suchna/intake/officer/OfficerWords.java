package in.suchna.intake.officer;

import in.suchna.tip.Judgement;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What is said to officers, in Hindi and English, for an officer's language is not known. */
public final class OfficerWords {

    /** The most of a tip's own words that one answer holds, in characters; WhatsApp takes 4096 in all. */
    static final int LONGEST_TEXT = 3_500;

    private final Properties words;

    private OfficerWords(Properties words) {
        this.words = words;
    }

    /** Reads the resource file. */
    public static OfficerWords ofResources() {
        return new OfficerWords(load("officer.properties"));
    }

    static Properties load(String file) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(OfficerWords.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + file + " can't be read", e);
        }
        return words;
    }

    /** @throws IllegalArgumentException if the file lacks the key */
    public String say(String key, String reference) {
        String sentence = words.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("officer.properties lacks " + key);
        }
        return sentence.replace("{0}", reference);
    }

    /** What the tip is about: everything but who told it. */
    public String about(Tip tip) {
        Judgement judged = tip.judgement();
        String text =
                tip.text().length() <= LONGEST_TEXT ? tip.text() : tip.text().substring(0, LONGEST_TEXT) + " …";
        StringBuilder about = new StringBuilder("*%s* %s %s\n"
                .formatted(
                        tip.reference(),
                        judged.priority(),
                        judged.thana().map(Thana::name).orElse(""))
                .strip());
        about.append('\n').append(text);
        judged.vehicle().ifPresent(vehicle -> about.append("\n🚗 ").append(vehicle));
        return about.toString();
    }
}
