package in.suchna.store;

import in.suchna.message.MessageId;
import in.suchna.outbox.Advance;
import in.suchna.outbox.Attempt;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.outbox.Trouble;
import in.suchna.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The Outbox table: what must be said on WhatsApp, and how far each has come. */
public final class Outbox {
    private static final Map<String, String> NAMES = Map.of("#status", "status");
    private static final String NEW = "attribute_not_exists(id)";
    private static final String ERROR_CODE = "errorCode";
    private static final String ERROR_TIMES = "errorTimes";
    private static final String DUE_AGAIN = Due.SHARD + " = :shard, " + Due.AT + " = :due";

    /** What the last answer to a citizen who is forgotten is about; its row does not live longer than it takes to send it. */
    public static final String FORGOTTEN = "forgotten";

    private static final Retention LAST_ANSWER = Retention.ofDays(2);

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
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(itemOf(outgoing))
                        .conditionExpression(NEW)
                        .build())
                .build();
    }

    /**
     * Writes a row by itself.
     *
     * @return whether it was new; the same cause writes it once
     */
    public boolean putNow(Outgoing outgoing) {
        return Row.putIf(dynamo, table, itemOf(outgoing), NEW);
    }

    private Map<String, AttributeValue> itemOf(Outgoing outgoing) {
        return Row.draft()
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
                .number(Retention.ATTRIBUTE, expiryOf(outgoing))
                .item();
    }

    private long expiryOf(Outgoing outgoing) {
        Retention lasting = outgoing.about().filter(FORGOTTEN::equals).isPresent() ? LAST_ANSWER : retention;
        return lasting.expiryOf(outgoing.createdAt());
    }

    /** The id of what is said to a citizen whose file could not be had. */
    public static String idOfLostFile(MessageId message) {
        return message.text() + ".file";
    }

    /** Destroys a row and the address in it. */
    public void forget(String id) {
        dynamo.deleteItem(b -> b.tableName(table).key(Map.of("id", AttributeValue.fromS(id))));
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

    /** A row with what earlier attempts met. */
    public static Attempt attemptOf(Row row) {
        Trouble before = row.optionalNumber(ERROR_TIMES)
                .map(times -> new Trouble(Math.toIntExact(row.number(ERROR_CODE)), Math.toIntExact(times)))
                .orElse(Trouble.NONE);
        return new Attempt(of(row), before);
    }

    /** Looks a row up. */
    public Optional<Outgoing> find(String id) {
        return row(id).map(Outbox::of);
    }

    /** Looks a row up without reading what it holds, for it may be broken. */
    public Optional<Row> row(String id) {
        return Row.find(dynamo, table, keyOf(id));
    }

    /**
     * Takes a row for sending until a lease ends. A row taken by one that died comes back when its lease has passed.
     *
     * @return the row as it now stands; empty when it is sent, failed, or was taken by another since it was read
     */
    public Optional<Attempt> claim(Outgoing read, Instant leaseUntil) {
        Row.Draft values = Row.draft()
                .text(":sending", Delivery.SENDING.label())
                .text(":waiting", Delivery.WAITING.label())
                .number(":one", 1)
                .number(":read", read.attempts())
                .time(":lease", leaseUntil);
        return change(
                        read.id(),
                        "SET #status = :sending, attempts = attempts + :one, " + Due.AT + " = :lease",
                        "#status IN (:waiting, :sending) AND attempts = :read",
                        values)
                .map(Outbox::attemptOf);
    }

    /** Notes that WhatsApp took it; {@code wamidHash} is the keyed hash of the id it gave. */
    public boolean sent(Ground.Lease lease, String wamidHash, Instant now) {
        return change(
                lease,
                "SET #status = :done, sentAs = :hash, sentAt = :now " + Due.REMOVED,
                Row.draft()
                        .text(":done", Delivery.SENT.label())
                        .text(":hash", wamidHash)
                        .time(":now", now));
    }

    /** Puts it back to be tried again at a time. */
    public boolean again(Ground ground, Instant dueAt, Trouble met) {
        return change(
                ground,
                "SET #status = :back, " + ERROR_CODE + " = :code, " + ERROR_TIMES + " = :times, " + DUE_AGAIN,
                met(met).text(":back", Delivery.WAITING.label())
                        .time(":due", dueAt)
                        .text(":shard", shardOf(ground)));
    }

    /** Keeps the lease until later, for nobody knows whether it was sent; a receipt may tell before it is tried again. */
    public boolean unsure(Ground.Lease lease, Instant dueAt, Trouble met) {
        return change(
                lease,
                "SET " + ERROR_CODE + " = :code, " + ERROR_TIMES + " = :times, " + DUE_AGAIN,
                met(met).time(":due", dueAt).text(":shard", shardOf(lease)));
    }

    /** Puts it back to be sent as its template, for the 24-hour window turned out to be closed. Happens once to a row. */
    public boolean asTemplate(Ground ground, Instant dueAt) {
        return change(
                ground,
                "SET #status = :back, windowUntil = :closed, " + DUE_AGAIN,
                " AND windowUntil > :closed",
                Row.draft()
                        .text(":back", Delivery.WAITING.label())
                        .number(":closed", 0)
                        .time(":due", dueAt)
                        .text(":shard", shardOf(ground)));
    }

    /** Whether it is said as its template whatever the time: its writer wanted that, or {@link #asTemplate} did so. */
    public static boolean isTemplateOnly(Outgoing outgoing) {
        return !outgoing.windowUntil().isAfter(Instant.EPOCH);
    }

    /** Ends it as failed for good, and counted so. A row that was delivered stays delivered. */
    public boolean failed(Ground ground, int errorCode, Instant now) {
        return ended(
                ground,
                ", " + Failures.WHOSE + " = :whose",
                ending(errorCode, now).text(":whose", Failures.whose(Outgoing.isOfficers(ground.id()))));
    }

    /** Ends it as failed without being counted, for it need not be said any more. */
    public boolean dropped(Ground ground, int errorCode, Instant now) {
        return ended(ground, "", ending(errorCode, now));
    }

    private static Row.Draft ending(int errorCode, Instant now) {
        return Row.draft()
                .text(":failed", Delivery.FAILED.label())
                .number(":code", errorCode)
                .time(":now", now);
    }

    private boolean ended(Ground ground, String more, Row.Draft values) {
        String end = "SET #status = :failed, " + ERROR_CODE + " = :code, " + Failures.AT + " = :now";
        return change(ground, end + more + " " + Due.REMOVED, values);
    }

    /**
     * Moves it forward to {@code SENT}, {@code DELIVERED} or {@code READ}, as a receipt tells; a late, lower word changes
     * nothing, and so does a late "sent" of an attempt that a receipt has refused since.
     */
    public Advance moved(String id, Delivery to, Instant at) {
        Row.Draft values = Row.draft().text(":to", to.label()).time(":at", at);
        StringBuilder below = new StringBuilder();
        for (Delivery from : Delivery.values()) {
            if (from.compareTo(to) < 0 || (from == Delivery.FAILED && to != Delivery.SENT)) {
                below.append(below.isEmpty() ? "" : ", ").append(":").append(from.label());
                values.text(":" + from.label(), from.label());
            }
        }
        String notRefusedSince = to == Delivery.SENT
                ? " AND (attribute_not_exists(" + Ground.REFUSED_AT + ") OR " + Ground.REFUSED_AT + " < :at)"
                : "";
        try {
            update(
                    id,
                    // what was given up and arrives all the same has not failed
                    "SET #status = :to, " + to.label() + "At = :at " + Due.REMOVED + ", " + Failures.WHOSE,
                    "#status IN (" + below + ")" + notRefusedSince,
                    values);
            return Advance.FORWARD;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() ? Advance.NOTHING_NEW : Advance.NO_SUCH_ROW;
        }
    }

    private static Row.Draft met(Trouble met) {
        return Row.draft().number(":code", met.code()).number(":times", met.times());
    }

    private static String shardOf(Ground ground) {
        return Due.shardOf(ground.id());
    }

    private boolean change(Ground ground, String update, Row.Draft values) {
        return change(ground, update, "", values);
    }

    private boolean change(Ground ground, String update, String more, Row.Draft values) {
        ground.fill(values);
        return change(ground.id(), withReceipt(ground, update), ground.condition() + more, values)
                .isPresent();
    }

    /** A change made on a receipt's ground notes which receipt it was. */
    private static String withReceipt(Ground ground, String update) {
        return ground instanceof Ground.Receipt
                ? update.replaceFirst("SET ", "SET " + Ground.REFUSED_AT + " = :refused, ")
                : update;
    }

    private Optional<Row> change(String id, String update, String condition, Row.Draft values) {
        try {
            return Optional.of(update(id, update, condition, values));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /** The row as it now stands; a refusal carries the row as it is, if there is one. */
    private Row update(String id, String update, String condition, Row.Draft values) {
        return new Row(dynamo.updateItem(UpdateItemRequest.builder()
                        .tableName(table)
                        .key(keyOf(id))
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(values.item())
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .attributes());
    }

    private static Map<String, AttributeValue> keyOf(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    /** Rows that are due by now, at most {@code limit} of each of the index's shards; unread, for one may be broken. */
    public List<Row> due(Instant now, int limit) {
        return due.by(now, limit);
    }
}
