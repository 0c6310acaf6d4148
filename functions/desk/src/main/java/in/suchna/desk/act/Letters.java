package in.suchna.desk.act;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.Citizen;
import in.suchna.citizen.Language;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Sealed;
import in.suchna.tip.Tip;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What the desk writes to citizens, in their language: {@code citizen-<language tag>.properties}. */
final class Letters {
    /** The most characters of an admin's own words in a letter; WhatsApp takes 4,096 in all. */
    static final int LONGEST_WORDS = 1_500;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration SWEPT_AFTER = Duration.ofMinutes(1);

    private final Map<Language, Properties> sentences = new EnumMap<>(Language.class);
    private final String template;

    /** @param template the name of the approved template for letters later than 24 hours */
    Letters(String template) {
        this.template = template;
        for (Language language : Language.values()) {
            sentences.put(language, load("citizen-" + language.tag() + ".properties"));
        }
    }

    private static Properties load(String file) {
        Properties read = new Properties();
        try (InputStream in = Objects.requireNonNull(Letters.class.getResourceAsStream(file), file)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + file + " can't be read", e);
        }
    }

    /** A letter for the outbox; {@code cause} makes it one letter however often it is written. */
    Outgoing write(Deed deed, Tip tip, Citizen citizen, Sealed address, String words, String cause, Instant now) {
        Language language = citizen.language().orElse(tip.language());
        String sentence = Objects.requireNonNull(sentences.get(language)).getProperty(deed.label());
        String body = sentence.replace("{0}", tip.reference().text()).replace("{1}", words);
        ObjectNode payload = JSON.createObjectNode().put("type", "text");
        payload.putObject("text").put("body", body);
        return new Outgoing(
                "desk." + cause,
                Optional.of(tip.reference().text()),
                address,
                payload.toString(),
                Optional.of(templateOf(language, tip)),
                citizen.lastMessageAt().plus(WINDOW),
                Delivery.WAITING,
                0,
                now,
                now.plus(SWEPT_AFTER));
    }

    private String templateOf(Language language, Tip tip) {
        ObjectNode node = JSON.createObjectNode().put("type", "template");
        ObjectNode body = node.putObject("template").put("name", template);
        // Chhattisgarhi and Hinglish have no template language of their own at WhatsApp
        body.putObject("language").put("code", language == Language.ENGLISH ? "en" : "hi");
        ObjectNode component = body.putArray("components").addObject().put("type", "body");
        component
                .putArray("parameters")
                .addObject()
                .put("type", "text")
                .put("text", tip.reference().text());
        return node.toString();
    }
}
