package in.suchna.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every body of {@code events/}, and of {@code ../shared/webhooks} where that lies beside the clone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleBodiesTest {
    private final Counter counter = new Counter();

    @org.junit.jupiter.api.AfterAll
    void close() {
        counter.close();
    }

    @TestFactory
    List<DynamicTest> eachBodyIsAnswered200AndEachMessageIsOneRowHoweverOftenItComes() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder :
                List.of(Counter.root().resolve("events"), Counter.root().resolve("../shared/webhooks"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .forEach(file -> tests.add(
                                    DynamicTest.dynamicTest(file.getFileName().toString(), () -> keeps(file))));
                }
            }
        }
        return tests;
    }

    private void keeps(Path file) throws IOException {
        counter.clear();
        byte[] body = Files.readAllBytes(file);
        for (int time = 0; time < 3; time++) {
            assertThat(counter.post(body)).isEqualTo(200);
        }
        Expected expected = Expected.of(body);
        assertThat(counter.messages()).hasSize(expected.messages());
        assertThat(counter.receipts()).hasSize(expected.receipts());
        for (String trace : expected.traces()) {
            assertThat(counter.everythingInTheClear()).doesNotContainIgnoringCase(trace);
        }
    }

    /** What must be in the tables after a body, counted in another way than the webhook does. */
    private record Expected(int messages, int receipts, List<String> traces) {
        static Expected of(byte[] body) {
            List<String> traces = new ArrayList<>();
            JsonNode root;
            try {
                root = new ObjectMapper()
                        .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readTree(body);
            } catch (IOException _) {
                return new Expected(1, 0, traces);
            }
            if (!root.path("entry").isArray()) {
                return new Expected(1, 0, traces);
            }
            int messages = 0;
            int receipts = 0;
            for (JsonNode change : root.findValues("changes").stream()
                    .flatMap(changes -> changes.isArray() ? changes.valueStream() : Stream.<JsonNode>empty())
                    .toList()) {
                String field = change.path("field").asText();
                JsonNode value = change.path("value");
                boolean live = field.equals("messages");
                int of =
                        live || field.equals("standby") ? value.path("messages").size() : 0;
                int statuses = live ? value.path("statuses").size() : 0;
                messages += of + statuses == 0 ? 1 : of;
                receipts += statuses;
                for (JsonNode contact : value.path("contacts")) {
                    traces.add(contact.path("wa_id").asText());
                    traces.add(contact.path("user_id").asText());
                    traces.add(contact.path("profile").path("name").asText());
                }
                for (JsonNode thing : value.path("messages")) {
                    traces.add(thing.path("id").asText());
                    traces.add(thing.path("from").asText());
                }
            }
            traces.removeIf(trace -> trace.length() < 4);
            return new Expected(messages, receipts, traces);
        }
    }
}
