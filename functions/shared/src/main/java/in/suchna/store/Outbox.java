package in.suchna.store;

import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The Outbox table: what must be said on WhatsApp, and how far each has come. */
public final class Outbox {
    private static final Map<String, String> NAMES = Map.of("#status", "status");

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;
    private final Due due;

    public Outbox(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
        this.due = new Due(dynamo, table);
    }

    /** Writes a row in the transaction of what caused it; fails when the same cause wrote it before. */
    public TransactWriteItem put(Outgoing outgoing) {
        Map<String, AttributeValue> item = Row.draft()
                .text("id", outgoing.id())
                .text("about", outgoing.about())
                .bytes("address", outgoing.address().bytes())
                .text("payload", outgoing.payload())
                .text("template", outgoing.template())
                .time("windowUntil", outgoing.windowUntil())
                .text("status", outgoing.delivery().label())
                .number("attempts", outgoing.attempts())
                .time("createdAt", outgoing.createdAt())
                .text(Due.SHARD, Due.shardOf(outgoing.id()))
                .time(Due.AT, outgoing.dueAt())
                .number(Retention.ATTRIBUTE, retention.expiryOf(outgoing.createdAt()))
                .item();
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(id)")
                        .build())
                .build();
    }

    /** Reads a row, as the stream hands it over. */
    public static Outgoing of(Row row) {
        return new Outgoing(
                row.text("id"),
                row.optional("about"),
                new Sealed(row.bytes("address")
                        .orElseThrow(() -> new RowBroken("address", row.item().keySet()))),
                row.text("payload"),
                row.optional("template"),
                row.time("windowUntil"),
                Delivery.ofLabel(row.text("status")),
                Math.toIntExact(row.number("attempts")),
                row.time("createdAt"),
                row.optionalTime(Due.AT).orElse(row.time("createdAt")));
    }

    /** Looks a row up. */
    public Optional<Outgoing> find(String id) {
        Map<String, AttributeValue> item = dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .consistentRead(true)
                        .build())
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(of(new Row(item)));
    }

    /**
     * Takes a row for sending until a lease ends. A row taken by one that died comes back when its lease has passed.
     *
     * @return whether it is ours: not when it is sent, failed, not yet due again or taken by another
     */
    public boolean claim(Outgoing read, Instant leaseUntil) {
        return change(
                read.id(),
                "SET #status = :sending, attempts = attempts + :one, " + Due.AT + " = :lease",
                "#status IN (:waiting, :sending) AND attempts = :read",
                Row.draft()
                        .text(":sending", Delivery.SENDING.label())
                        .text(":waiting", Delivery.WAITING.label())
                        .number(":one", 1)
                        .number(":read", read.attempts())
                        .time(":lease", leaseUntil));
    }

    /** Notes that WhatsApp took it; {@code wamidHash} is the keyed hash of the id it gave. */
    public boolean sent(String id, String wamidHash, Instant now) {
        return change(
                id,
                "SET #status = :sent, sentAs = :hash, sentAt = :now REMOVE " + Due.SHARD + ", " + Due.AT,
                "#status IN (:waiting, :sending)",
                Row.draft()
                        .text(":sent", Delivery.SENT.label())
                        .text(":waiting", Delivery.WAITING.label())
                        .text(":sending", Delivery.SENDING.label())
                        .text(":hash", wamidHash)
                        .time(":now", now));
    }

    /** Puts it back to be tried again at a time. */
    public boolean again(String id, Instant dueAt, int errorCode) {
        return change(
                id,
                "SET #status = :waiting, " + Due.SHARD + " = :shard, " + Due.AT + " = :due, errorCode = :code",
                "#status IN (:waiting, :sending, :sent)",
                Row.draft()
                        .text(":waiting", Delivery.WAITING.label())
                        .text(":sending", Delivery.SENDING.label())
                        .text(":sent", Delivery.SENT.label())
                        .text(":shard", Due.shardOf(id))
                        .time(":due", dueAt)
                        .number(":code", errorCode));
    }

    /** Puts it back to be sent as its template, for the 24-hour window turned out to be closed. */
    public boolean asTemplate(String id, Instant dueAt) {
        return change(
                id,
                "SET #status = :waiting, windowUntil = :closed, " + Due.SHARD + " = :shard, " + Due.AT + " = :due",
                "#status IN (:sending, :sent) AND windowUntil > :closed",
                Row.draft()
                        .text(":waiting", Delivery.WAITING.label())
                        .text(":sending", Delivery.SENDING.label())
                        .text(":sent", Delivery.SENT.label())
                        .text(":shard", Due.shardOf(id))
                        .time(":due", dueAt)
                        .number(":closed", 0));
    }

    /** Ends it as failed for good. A row that was delivered stays delivered. */
    public boolean failed(String id, int errorCode, Instant now) {
        return change(
                id,
                "SET #status = :failed, errorCode = :code, failedAt = :now REMOVE " + Due.SHARD + ", " + Due.AT,
                "#status IN (:waiting, :sending, :sent)",
                Row.draft()
                        .text(":failed", Delivery.FAILED.label())
                        .text(":waiting", Delivery.WAITING.label())
                        .text(":sending", Delivery.SENDING.label())
                        .text(":sent", Delivery.SENT.label())
                        .number(":code", errorCode)
                        .time(":now", now));
    }

    /** Moves it forward to {@code SENT}, {@code DELIVERED} or {@code READ}; a late, lower word changes nothing. */
    public boolean moved(String id, Delivery to, Instant at) {
        Row.Draft values = Row.draft().text(":to", to.label()).time(":at", at);
        StringBuilder below = new StringBuilder();
        for (Delivery from : Delivery.values()) {
            if (from.compareTo(to) < 0 || (from == Delivery.FAILED && to != Delivery.SENT)) {
                below.append(below.isEmpty() ? "" : ", ").append(":").append(from.label());
                values.text(":" + from.label(), from.label());
            }
        }
        return change(
                id,
                "SET #status = :to, " + to.label() + "At = :at REMOVE " + Due.SHARD + ", " + Due.AT,
                "#status IN (" + below + ")",
                values);
    }

    private boolean change(String id, String update, String condition, Row.Draft values) {
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Map.of("id", AttributeValue.fromS(id)))
                    .updateExpression(update)
                    .conditionExpression(condition)
                    .expressionAttributeNames(NAMES)
                    .expressionAttributeValues(values.item())
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** Rows that are due by now, at most {@code limit} of each of the index's shards. */
    public List<Outgoing> due(Instant now, int limit) {
        return due.by(now, limit).stream().map(Outbox::of).toList();
    }
}
