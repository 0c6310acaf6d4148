package in.suchna.store;

import in.suchna.disclosure.Cause;
import in.suchna.disclosure.Disclosure;
import in.suchna.disclosure.Stage;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The Reveals table: requests to learn who sent a tip. Each step happens once, by a condition on the step before. */
public final class Disclosures {
    private static final String INDEX = "pending";
    private static final String PENDING = "pending";
    private static final String STAGE = "stage";
    private static final Map<String, String> NAMES = Map.of("#stage", STAGE);

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    public Disclosures(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /** Writes a new request. */
    public TransactWriteItem put(Disclosure asked) {
        Map<String, AttributeValue> item = Row.draft()
                .text("id", asked.id())
                .text("tip", asked.reference().text())
                .text("who", asked.who())
                .text("cause", asked.cause().name())
                .text("authority", asked.authority())
                .bytes("key", asked.key())
                .text(STAGE, asked.stage().label())
                .text(PENDING, PENDING)
                .time("requestedAt", asked.requestedAt())
                .number(Retention.ATTRIBUTE, retention.expiryOf(asked.requestedAt()))
                .item();
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(id)")
                        .build())
                .build();
    }

    /** Looks a request up. */
    public Optional<Disclosure> find(String id) {
        return Row.find(dynamo, table, keyOf(id)).map(Disclosures::of);
    }

    private static Disclosure of(Row row) {
        return new Disclosure(
                row.text("id"),
                new Reference(row.text("tip")),
                row.text("who"),
                Cause.valueOf(row.text("cause")),
                row.text("authority"),
                row.bytes("key")
                        .orElseThrow(() -> new RowBroken("key", row.item().keySet())),
                Stage.ofLabel(row.text(STAGE)),
                row.time("requestedAt"),
                row.optionalTime("approvedAt"),
                row.bytes("box"));
    }

    /** Requests that wait for a second person, the oldest first, at most {@code limit}. */
    public List<Disclosure> pending(Instant now, int limit) {
        Row.Draft values = Row.draft().text(":pending", PENDING).time(":since", now.minus(Disclosure.DECIDED_WITHIN));
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("pending = :pending AND requestedAt > :since")
                        .expressionAttributeValues(values.item())
                        .limit(limit)
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .map(Disclosures::of)
                .toList();
    }

    /** A second person agrees, in time; the box is what only the requester can open. */
    public TransactWriteItem approve(Disclosure read, byte[] box, Instant now) {
        return step(
                read,
                "SET #stage = :to, box = :box, approvedAt = :now REMOVE pending",
                "#stage = :from AND requestedAt > :since",
                Row.draft()
                        .text(":from", Stage.REQUESTED.label())
                        .text(":to", Stage.APPROVED.label())
                        .bytes(":box", box)
                        .time(":now", now)
                        .time(":since", now.minus(Disclosure.DECIDED_WITHIN)));
    }

    /** A second person does not agree. */
    public TransactWriteItem refuse(Disclosure read) {
        return step(
                read,
                "SET #stage = :to REMOVE pending",
                "#stage = :from",
                Row.draft().text(":from", Stage.REQUESTED.label()).text(":to", Stage.REFUSED.label()));
    }

    /** It is shown, in time; the box is destroyed. */
    public TransactWriteItem shown(Disclosure read, Instant now) {
        return step(
                read,
                "SET #stage = :to REMOVE box",
                "#stage = :from AND approvedAt > :since",
                Row.draft()
                        .text(":from", Stage.APPROVED.label())
                        .text(":to", Stage.SHOWN.label())
                        .time(":since", now.minus(Disclosure.SHOWN_WITHIN)));
    }

    private TransactWriteItem step(Disclosure read, String update, String condition, Row.Draft values) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(keyOf(read.id()))
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(values.item())
                        .build())
                .build();
    }

    private static Map<String, AttributeValue> keyOf(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }
}
