package in.suchna.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.message.KeptMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What can be read of a message without the seal's key never says who sent it; what is sealed is all that came. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakTest {
    private static final List<String> TRACES = List.of(
            Bodies.PHONE,
            Bodies.PHONE.substring(2),
            "55550 12345",
            "५५५५०१२३४५",
            Bodies.NAME,
            Bodies.NAME.toUpperCase(java.util.Locale.ROOT),
            Bodies.USER,
            Bodies.WAMID,
            "sukhmani.n");
    private static final List<String> KEYS = List.of(
            "text",
            "body",
            "context",
            "id",
            "from",
            "wa_id",
            "caption",
            "image",
            "errors",
            "profile",
            "message_id",
            "interactive",
            "sha256",
            "odd key",
            "self",
            "name",
            "contacts",
            "timestamp");

    private final Counter counter = new Counter();

    @AfterAll
    void close() {
        counter.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyMessageIsSealedWholeAndNamesNobody(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            counter.clear();
            ObjectNode message = Bodies.text("x");
            JsonNode odd = any(random, 0);
            message.set("text", odd);
            message.set(KEYS.get(random.nextInt(KEYS.size())) + "_too", any(random, 1));
            assertThat(counter.post(Bodies.of("messages", Bodies.value(message)).toString()))
                    .isEqualTo(200);

            KeptMessage kept = counter.message();
            assertThat(counter.originalTree(kept).path("message"))
                    .as("seed %s, message %s", seed, i)
                    .isEqualTo(Counter.tree(message.toString()));
            assertThat(leaks()).as("seed %s, message %s", seed, i).isEmpty();
        }
    }

    @Test
    void aPlantedTraceIsFound() {
        for (String trace : TRACES) {
            counter.clear();
            counter.aws()
                    .dynamo()
                    .putItem(b -> b.tableName(counter.aws().table("Receipts"))
                            .item(new HashMap<>(Map.of(
                                    "id", AttributeValue.fromS("planted"),
                                    "content", AttributeValue.fromS("before " + trace + " after")))));
            assertThat(leaks()).contains(trace);
        }
    }

    private List<String> leaks() {
        String clear = counter.everythingInTheClear();
        return TRACES.stream().filter(clear::contains).toList();
    }

    private static JsonNode any(Random random, int depth) {
        ObjectNode holder = Bodies.object();
        switch (depth > 4 ? random.nextInt(5) : random.nextInt(8)) {
            case 0 -> holder.put("v", words(random));
            case 1 -> holder.put("v", random.nextLong());
            case 2 -> holder.put("v", Long.parseLong(Bodies.PHONE));
            case 3 -> holder.put("v", random.nextBoolean());
            case 4 -> holder.putNull("v");
            case 5, 6 -> {
                ObjectNode object = holder.putObject("v");
                for (int i = random.nextInt(5); i > 0; i--) {
                    String key = random.nextInt(9) == 0 ? trace(random) : KEYS.get(random.nextInt(KEYS.size()));
                    object.set(key, any(random, depth + 1));
                }
            }
            default -> {
                ArrayNode array = holder.putArray("v");
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(any(random, depth + 1));
                }
            }
        }
        return holder.path("v");
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            words.append(
                            random.nextInt(3) == 0
                                    ? " " + trace(random) + " "
                                    : random.nextInt(2) == 0 ? "जुआ 🎲 12" : "x\u0000\"\\")
                    .append(random.nextInt(4) == 0 ? "" : " ");
        }
        return words.toString();
    }

    private static String trace(Random random) {
        return TRACES.get(random.nextInt(TRACES.size()));
    }
}
