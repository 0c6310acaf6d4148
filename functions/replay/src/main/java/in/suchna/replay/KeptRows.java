package in.suchna.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.store.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * Makes records anew of the rows themselves when the stream has them no more: of all rows that were written or changed when
 * the note's were. It reads the whole table, so it is for the day on which something went wrong and nobody saw it.
 */
final class KeptRows {
    /** When a row was written or last changed, by whichever of these it has. */
    private static final List<String> TIMES = List.of("keptAt", "createdAt", "at", "updatedAt");

    /** How far a function's clock and the stream's may differ, and how long a row may have been on its way. */
    private static final Duration LEEWAY = Duration.ofMinutes(2);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DynamoDbClient dynamo;

    KeptRows(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /** The rows as records of their insertion and, for filters that want none, of a change, the oldest first. */
    List<ObjectNode> of(Note note) {
        Instant from = note.firstAt().minus(LEEWAY);
        Instant until = note.lastAt().plus(LEEWAY);
        List<String> keys = dynamo.describeTable(d -> d.tableName(note.table())).table().keySchema().stream()
                .map(KeySchemaElement::attributeName)
                .toList();
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        dynamo.scanPaginator(s -> s.tableName(note.table()).consistentRead(true))
                .items()
                .forEach(item -> {
                    if (times(item).anyMatch(at -> !at.isBefore(from) && !at.isAfter(until))) {
                        rows.add(item);
                    }
                });
        rows.sort(Comparator.comparing(item -> times(item).findFirst().orElse(Instant.MIN)));
        List<ObjectNode> records = new ArrayList<>();
        for (Map<String, AttributeValue> item : rows) {
            for (String event : List.of("INSERT", "MODIFY")) {
                records.add(record(item, keys, event, records.size() + 1, note.streamArn()));
            }
        }
        return records;
    }

    private static Stream<Instant> times(Map<String, AttributeValue> item) {
        Row row = new Row(item);
        return TIMES.stream().flatMap(time -> row.optionalTime(time).stream());
    }

    private static ObjectNode record(
            Map<String, AttributeValue> item, List<String> keys, String event, int number, String streamArn) {
        ObjectNode image = RecordJson.item(item);
        ObjectNode record = JSON.objectNode();
        record.put("eventID", "kept-" + number).put("eventName", event);
        record.put("eventSource", "aws:dynamodb").put("eventSourceARN", streamArn);
        ObjectNode dynamodb = record.putObject("dynamodb");
        ObjectNode key = dynamodb.putObject("Keys");
        keys.forEach(name -> key.set(name, image.get(name)));
        dynamodb.set("NewImage", image);
        dynamodb.put("SequenceNumber", Integer.toString(number));
        return record;
    }
}
