package in.suchna.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every body of {@code events/} against its table, and every one of {@code ../shared/webhooks} where that is beside the clone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleBodiesTest {
    private static final Path EVENTS = Counter.root().resolve("events");
    private static final Path SAMPLES = Counter.root().resolve("../shared/webhooks");
    private static final Pattern LINE = Pattern.compile("\\| \\[(.+?)]\\((.+?)\\) \\| .*? \\| (.*?) \\| .*");
    private static final Pattern ROWS = Pattern.compile("(\\d+) (live|standby|event|unheard|unreadable|receipt)");

    private final Counter counter = new Counter();

    @AfterAll
    void close() {
        counter.close();
    }

    @Test
    void theTableListsEachFileAndEachFileIsInTheTable() throws IOException {
        assertThat(table().keySet())
                .containsExactlyElementsOf(files(EVENTS).stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @TestFactory
    List<DynamicTest> eachEventMakesTheRowsOfTheTableHoweverOftenItComes() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        table().forEach((file, rows) -> tests.add(DynamicTest.dynamicTest(file, () -> {
            byte[] body = Files.readAllBytes(EVENTS.resolve(file));
            postThrice(body);
            assertThat(kinds()).isEqualTo(rows);
            assertNobodyIsNamed(body);
        })));
        return tests;
    }

    @TestFactory
    List<DynamicTest> eachSampleMakesOneRowForEachMessageHoweverOftenItComes() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Files.isDirectory(SAMPLES) ? files(SAMPLES) : List.<Path>of()) {
            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                byte[] body = Files.readAllBytes(file);
                postThrice(body);
                assertThat(counter.messages()).hasSize(rowsOf(body, "messages"));
                assertThat(counter.receipts()).hasSize(rowsOf(body, "statuses"));
                assertNobodyIsNamed(body);
            }));
        }
        return tests;
    }

    private void postThrice(byte[] body) {
        counter.clear();
        for (int time = 0; time < 3; time++) {
            assertThat(counter.post(body)).isEqualTo(200);
        }
    }

    private Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new TreeMap<>();
        counter.messages().stream()
                .map(KeptMessage::kind)
                .map(Kind::label)
                .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        counter.receipts().forEach(_ -> kinds.merge("receipt", 1, Integer::sum));
        return kinds;
    }

    private static Map<String, Map<String, Integer>> table() throws IOException {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (String line : Files.readAllLines(EVENTS.resolve("README.md"))) {
            Matcher columns = LINE.matcher(line);
            if (columns.matches()) {
                assertThat(columns.group(1)).isEqualTo(columns.group(2));
                Map<String, Integer> rows = new TreeMap<>();
                Matcher row = ROWS.matcher(columns.group(3));
                while (row.find()) {
                    rows.put(row.group(2), Integer.valueOf(row.group(1)));
                }
                table.put(columns.group(1), rows);
            }
        }
        return table;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** Counted in another way than the webhook does. */
    private static int rowsOf(byte[] body, String what) {
        JsonNode root = tree(body);
        int rows = 0;
        for (JsonNode change : root.path("entry").path(0).path("changes")) {
            JsonNode value = change.path("value");
            boolean event = !value.has("messages") && !value.has("statuses");
            rows += event && what.equals("messages") ? 1 : value.path(what).size();
        }
        return root.isMissingNode() && what.equals("messages") ? 1 : rows;
    }

    private void assertNobodyIsNamed(byte[] body) {
        String clear = counter.everythingInTheClear();
        List<String> traces = new ArrayList<>();
        for (String key : List.of("wa_id", "user_id", "from", "from_user_id", "username", "recipient_id")) {
            tree(body).path("entry").findValuesAsText(key).forEach(traces::add);
        }
        for (JsonNode profile : tree(body).findValues("profile")) {
            traces.add(profile.path("name").asText());
        }
        for (String list : List.of("messages", "statuses")) {
            tree(body)
                    .findValues(list)
                    .forEach(things ->
                            things.forEach(thing -> traces.add(thing.path("id").asText())));
        }
        // a forwarded card is evidence: its number stays
        tree(body).findValues("phones").forEach(phones -> traces.removeAll(phones.findValuesAsText("wa_id")));
        // our own number may be read by anybody
        traces.remove("915555000000");
        traces.removeIf(trace -> trace.length() < 5);
        for (String trace : traces) {
            assertThat(clear).doesNotContainIgnoringCase(trace);
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return new ObjectMapper()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(body);
        } catch (IOException _) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }
}
