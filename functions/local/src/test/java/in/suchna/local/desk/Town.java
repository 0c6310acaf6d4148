package in.suchna.local.desk;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.local.Stack;
import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import in.suchna.local.whatsapp.StoredMedia;
import in.suchna.tip.TimelineEntry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The citizens of a running stack. */
record Town(Stack stack) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Lets someone write, and waits until it is a tip with these words. */
    String tell(String person, String words) {
        stack.whatsapp().say(phone(person), new Said.Text(words));
        return tipWith(words).path("reference").asText();
    }

    /** Lets someone send a photo, and waits until its copy can be looked at. */
    String show(String person, String caption) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        StoredMedia photo = stack.whatsapp().upload(jpeg.toByteArray(), "image/jpeg", Optional.empty());
        stack.whatsapp().say(phone(person), new Said.File("image", photo, Optional.of(caption)));
        String reference = tipWith(caption).path("reference").asText();
        await().atMost(PATIENCE)
                .until(() -> rows("Timeline").stream()
                        .anyMatch(row -> row.path("reference").asText().equals(reference)
                                && row.path("what").asText().equals(TimelineEntry.EVIDENCE)));
        return reference;
    }

    Phone phone(String person) {
        return stack.whatsapp().phones().find(person).orElseThrow();
    }

    JsonNode tipWith(String words) {
        await().atMost(PATIENCE).until(() -> found(words).isPresent());
        return found(words).orElseThrow();
    }

    private Optional<JsonNode> found(String words) {
        return rows("Tips").stream()
                .filter(tip -> tip.path("text").asText().contains(words))
                .findFirst();
    }

    List<JsonNode> rows(String table) {
        return stack.tables().newest(table, Integer.MAX_VALUE);
    }
}
