package in.suchna.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.localaws.template.Account;
import in.suchna.store.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is there when a day is over: the rows, and what the queues of failures say. */
final class Evening {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Day day;
    private final List<String> failed;

    Evening(Day day) {
        this.day = day;
        this.failed = day.aws().template().queues().values().stream()
                .flatMap(queue -> day.aws().sqs().bodies(Account.queueUrl(queue)).stream())
                .toList();
    }

    Day day() {
        return day;
    }

    /** What the queues of failures hold. */
    List<String> failed() {
        return failed;
    }

    /** A table's rows. */
    List<Row> rows(String table) {
        return day.tables().scanPaginator(scan -> scan.tableName(day.aws().table(table))).items().stream()
                .map(Row::new)
                .toList();
    }

    /** A table's rows, by an attribute that each has and no two share. */
    Map<String, Row> rows(String table, String key) {
        return rows(table).stream().collect(Collectors.toMap(row -> row.text(key), Function.identity()));
    }

    /** Whether a queue of failures names a record of this mapping with this text in its key: then an alarm has told of it. */
    boolean isToldAsFailed(String mapping, String key) {
        return day.records().stream()
                .filter(seen -> seen.mapping().equals(mapping) && has(seen.key(), key))
                .anyMatch(seen -> failed.stream().anyMatch(body -> names(body, seen)));
    }

    private static boolean has(Map<String, AttributeValue> key, String text) {
        return key.values().stream().anyMatch(value -> text.equals(value.s()));
    }

    private boolean names(String body, Day.Seen seen) {
        try {
            JsonNode info = JSON.readTree(body).path("DDBStreamBatchInfo");
            JsonNode stream = info.path("streamArn");
            return stream.asText().contains("/" + seen.table() + "/")
                    && info.path("startSequenceNumber").asText().compareTo(seen.sequence()) <= 0
                    && info.path("endSequenceNumber").asText().compareTo(seen.sequence()) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException("A failed record is told in no JSON", e);
        }
    }

    /** The lines of the journals that tell of an event. */
    Stream<JsonNode> journal(String event) {
        return day.log().lines().stream()
                .filter(line -> line.contains("\"event\":\"" + event + "\""))
                .map(Evening::json);
    }

    /** Whether a signal was counted of something. */
    boolean isCounted(String signal, String fact, String value) {
        return journal(signal).anyMatch(line -> line.path(fact).asText().equals(value));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("What should be JSON is none", e);
        }
    }

    /** An attribute of a row, as text. */
    static String text(Row row, String name) {
        return Optional.ofNullable(row.item().get(name))
                .map(value -> value.s() == null ? value.n() : value.s())
                .orElse("");
    }
}
