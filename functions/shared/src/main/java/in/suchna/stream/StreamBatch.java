package in.suchna.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Row;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A batch of stream records and the answer Lambda wants: the records that failed, so that only they and those after them
 * are told again.
 */
public final class StreamBatch {

    /** Handles one record; an exception means: tell it again. */
    @FunctionalInterface
    public interface Handler {
        void handle(StreamRecord change);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<StreamRecord> records;

    private StreamBatch(List<StreamRecord> records) {
        this.records = List.copyOf(records);
    }

    /** Whether a function's input is a batch at all, and not a schedule's call. */
    public static boolean isOne(JsonNode event) {
        return event.has("Records");
    }

    /** Reads Lambda's event. */
    public static StreamBatch of(JsonNode event) {
        List<StreamRecord> records = new ArrayList<>();
        for (JsonNode node : event.path("Records")) {
            JsonNode dynamodb = node.path("dynamodb");
            records.add(new StreamRecord(
                    StreamRecord.Change.valueOf(node.path("eventName").asText()),
                    dynamodb.path("SequenceNumber").asText(),
                    row(dynamodb.get("OldImage")),
                    row(dynamodb.get("NewImage"))));
        }
        return new StreamBatch(records);
    }

    /** The records, in order. */
    public List<StreamRecord> records() {
        return records;
    }

    /** Handles each record in order and answers which failed. */
    public ObjectNode answer(Handler handler, Journal journal) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        for (StreamRecord change : records) {
            try {
                handler.handle(change);
            } catch (RuntimeException e) {
                journal.trouble("record-failed", e, Map.of("sequence", change.sequence()));
                journal.count(Signal.RECORD_FAILED, Map.of("sequence", change.sequence()));
                failures.addObject().put("itemIdentifier", change.sequence());
            }
        }
        return answer;
    }

    private static Optional<Row> row(@org.jspecify.annotations.Nullable JsonNode image) {
        if (image == null || image.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new Row(map(image)));
    }

    private static Map<String, AttributeValue> map(JsonNode image) {
        Map<String, AttributeValue> item = new HashMap<>();
        image.properties().forEach(field -> item.put(field.getKey(), value(field.getValue())));
        return item;
    }

    private static AttributeValue value(JsonNode typed) {
        Map.Entry<String, JsonNode> entry = typed.properties().iterator().next();
        JsonNode value = entry.getValue();
        return switch (entry.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "B" ->
                AttributeValue.fromB(
                        SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(value.asText())));
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(map(value));
            case "L" -> AttributeValue.fromL(listOf(value));
            case "SS" -> AttributeValue.fromSs(textsOf(value));
            case "NS" -> AttributeValue.fromNs(textsOf(value));
            default -> throw new IllegalArgumentException("A stream record has an attribute of type " + entry.getKey());
        };
    }

    private static List<AttributeValue> listOf(JsonNode value) {
        List<AttributeValue> list = new ArrayList<>();
        value.forEach(element -> list.add(value(element)));
        return list;
    }

    private static List<String> textsOf(JsonNode value) {
        List<String> list = new ArrayList<>();
        value.forEach(element -> list.add(element.asText()));
        return list;
    }
}
