package in.suchna.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * One item of a table, read by attribute with an error that names what is missing. Times are epoch milliseconds.
 *
 * @param item the item as DynamoDB has it
 */
public record Row(Map<String, AttributeValue> item) {
    public Row {
        item = Map.copyOf(item);
    }

    /** An attribute that has to be there. */
    public String text(String name) {
        return optional(name).orElseThrow(() -> new RowBroken(name, item.keySet()));
    }

    /** An attribute that may be absent. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    /** A whole number that has to be there. */
    public long number(String name) {
        return optionalNumber(name).orElseThrow(() -> new RowBroken(name, item.keySet()));
    }

    /** A whole number that may be absent. */
    public Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }

    /** A time that has to be there. */
    public Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    /** A time that may be absent. */
    public Optional<Instant> optionalTime(String name) {
        return optionalNumber(name).map(Instant::ofEpochMilli);
    }

    /** Bytes that may be absent. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::b).map(SdkBytes::asByteArrayUnsafe);
    }

    /** A list of texts, empty when absent. */
    public List<String> texts(String name) {
        AttributeValue value = item.get(name);
        return value == null
                ? List.of()
                : value.l().stream().map(AttributeValue::s).toList();
    }

    /** Looks an item up by its whole key, consistently. */
    static Optional<Row> find(DynamoDbClient dynamo, String table, Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(key)
                        .consistentRead(true)
                        .build())
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(new Row(item));
    }

    /** Writes an item where the condition holds; false where it doesn't, and then nothing is changed. */
    static boolean putIf(DynamoDbClient dynamo, String table, Map<String, AttributeValue> item, String condition) {
        try {
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression(condition)
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** Starts a row. */
    static Draft draft() {
        return new Draft();
    }

    /** A row being written. Absent values leave no attribute. */
    static final class Draft {
        private final Map<String, AttributeValue> item = new HashMap<>();

        Draft text(String name, String value) {
            item.put(name, AttributeValue.fromS(value));
            return this;
        }

        Draft text(String name, Optional<String> value) {
            value.ifPresent(v -> text(name, v));
            return this;
        }

        Draft number(String name, long value) {
            item.put(name, AttributeValue.fromN(Long.toString(value)));
            return this;
        }

        Draft time(String name, Instant value) {
            return number(name, value.toEpochMilli());
        }

        Draft time(String name, Optional<Instant> value) {
            value.ifPresent(v -> time(name, v));
            return this;
        }

        Draft bytes(String name, byte[] value) {
            item.put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
            return this;
        }

        Draft texts(String name, List<String> values) {
            if (!values.isEmpty()) {
                item.put(
                        name,
                        AttributeValue.fromL(
                                values.stream().map(AttributeValue::fromS).toList()));
            }
            return this;
        }

        Map<String, AttributeValue> item() {
            return Map.copyOf(item);
        }
    }
}
