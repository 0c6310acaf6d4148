package in.suchna.local.desk;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.local.Stack;
import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The citizens of a running stack. */
record Town(Stack stack) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Lets someone write, and waits until it is a tip with these words. */
    String tell(String person, String words) {
        stack.whatsapp().say(phone(person), new Said.Text(words));
        return tipWith(words).path("reference").asText();
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
