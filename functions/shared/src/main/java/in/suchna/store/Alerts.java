package in.suchna.store;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Channel;
import in.suchna.duty.Unit;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The Alerts table: one row an SMS to one officer on one rung about one tip. */
public final class Alerts {
    private static final String AWAITED = "awaited";
    private static final String SENT = "#state = :sent";
    private static final String VIA = "via";
    private static final String ON_MY_WAY = "onMyWay";
    private static final Map<String, String> NAMES = Map.of("#state", "state");

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;
    private final Due due;

    public Alerts(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
        this.due = new Due(dynamo, table);
    }

    /**
     * Writes an alert once.
     *
     * @return whether it was new: one tip, officer and rung get one row, however often the stream tells
     */
    public boolean raise(Alert alert) {
        return Row.putIf(dynamo, table, itemOf(alert), "attribute_not_exists(tip)");
    }

    private Map<String, AttributeValue> itemOf(Alert alert) {
        return Row.draft()
                .text("tip", alert.reference().text())
                .text("alert", alert.key())
                .number("raise", alert.raise())
                .number("rung", alert.rung())
                .text("officer", alert.officerId())
                .text("unit", alert.unit().name())
                .text("priority", alert.priority().name())
                .text("thana", alert.thana().map(Thana::name))
                .text("state", alert.state().label())
                .number("attempts", alert.attempts())
                .time("createdAt", alert.createdAt())
                .text(Due.SHARD, Due.shardOf(alert.reference().text()))
                .time(Due.AT, alert.dueAt())
                .number(Retention.ATTRIBUTE, retention.expiryOf(alert.createdAt()))
                .item();
    }

    /** Reads a row. */
    public static Alert of(Row row) {
        return new Alert(
                new Reference(row.text("tip")),
                Math.toIntExact(row.number("raise")),
                Math.toIntExact(row.number("rung")),
                row.text("officer"),
                new Unit(row.text("unit")),
                Priority.valueOf(row.text("priority")),
                row.optional("thana").map(Thana::new),
                AlertState.ofLabel(row.text("state")),
                Math.toIntExact(row.number("attempts")),
                row.time("createdAt"),
                row.optionalTime(Due.AT).orElse(row.time("createdAt")));
    }

    /** A tip's alerts. */
    public List<Alert> of(Reference reference) {
        return dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("tip = :tip")
                        .expressionAttributeValues(Map.of(":tip", AttributeValue.fromS(reference.text())))
                        .consistentRead(true)
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .filter(Alerts::isOne)
                .map(Alerts::of)
                .toList();
    }

    /**
     * Takes an alert for sending until a lease ends.
     *
     * @return whether it is ours
     */
    public boolean claim(Alert read, Instant leaseUntil) {
        return change(
                read,
                "SET #state = :sending, attempts = attempts + :one, " + Due.AT + " = :lease",
                "#state IN (:pending, :sending) AND attempts = :read",
                Row.draft()
                        .text(":sending", AlertState.SENDING.label())
                        .text(":pending", AlertState.PENDING.label())
                        .number(":one", 1)
                        .number(":read", read.attempts())
                        .time(":lease", leaseUntil));
    }

    /** Notes that SNS took it. */
    public boolean sent(Alert alert, String providerId, Instant now) {
        return change(
                alert,
                "SET #state = :sent, provider = :provider, " + AWAITED + " = :provider, sentAt = :now REMOVE "
                        + Due.SHARD + ", " + Due.AT,
                "#state IN (:pending, :sending)",
                Row.draft()
                        .text(":sent", AlertState.SENT.label())
                        .text(":pending", AlertState.PENDING.label())
                        .text(":sending", AlertState.SENDING.label())
                        .text(":provider", providerId)
                        .time(":now", now));
    }

    /** The alerts an SMS went out for and whose outcome is not known, by the id SNS gave it: several where it stood for others. */
    public List<Alert> awaiting(String providerId) {
        return dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .indexName(AWAITED)
                        .keyConditionExpression(AWAITED + " = :provider")
                        .expressionAttributeValues(
                                Row.draft().text(":provider", providerId).item())
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .map(Alerts::of)
                .toList();
    }

    /** Notes that it is on the officer's phone. */
    public boolean delivered(Alert alert, Instant now) {
        return change(
                alert,
                "SET #state = :delivered, deliveredAt = :now REMOVE " + AWAITED,
                SENT,
                Row.draft()
                        .text(":delivered", AlertState.DELIVERED.label())
                        .text(":sent", AlertState.SENT.label())
                        .time(":now", now));
    }

    /** Notes that SNS took it and could not deliver it; someone must be told. */
    public boolean undelivered(Alert alert, String why, Instant now) {
        return change(
                alert,
                "SET #state = :failed, why = :why, failedAt = :now REMOVE " + AWAITED,
                SENT,
                Row.draft()
                        .text(":failed", AlertState.FAILED.label())
                        .text(":sent", AlertState.SENT.label())
                        .text(":why", why)
                        .time(":now", now));
    }

    /** Lets one that nobody has taken wait, for its officer has had many. */
    public boolean hold(Alert read, Instant until) {
        return change(
                read,
                "SET " + Due.AT + " = :until",
                "#state = :pending AND attempts = :read",
                Row.draft()
                        .text(":pending", AlertState.PENDING.label())
                        .number(":read", read.attempts())
                        .time(":until", until));
    }

    /** Puts it back to be tried again at a time. */
    public boolean again(Alert alert, Instant dueAt) {
        return change(
                alert,
                "SET #state = :pending, " + Due.AT + " = :due",
                "#state = :sending",
                Row.draft()
                        .text(":pending", AlertState.PENDING.label())
                        .text(":sending", AlertState.SENDING.label())
                        .time(":due", dueAt));
    }

    /** Ends it as failed for good; someone must be told. */
    public boolean failed(Alert alert, String why, Instant now) {
        return change(
                alert,
                "SET #state = :failed, why = :why, failedAt = :now REMOVE " + Due.SHARD + ", " + Due.AT,
                "#state IN (:pending, :sending)",
                Row.draft()
                        .text(":failed", AlertState.FAILED.label())
                        .text(":pending", AlertState.PENDING.label())
                        .text(":sending", AlertState.SENDING.label())
                        .text(":why", why)
                        .time(":now", now));
    }

    /** Ends it unsent: its tip was acknowledged, closed or climbs anew. */
    public boolean superseded(Alert alert, Instant now) {
        return change(
                alert,
                "SET #state = :superseded, supersededAt = :now REMOVE " + Due.SHARD + ", " + Due.AT,
                "#state IN (:pending, :sending)",
                Row.draft()
                        .text(":superseded", AlertState.SUPERSEDED.label())
                        .text(":pending", AlertState.PENDING.label())
                        .text(":sending", AlertState.SENDING.label())
                        .time(":now", now));
    }

    /** Notes that its officer acknowledged, and how; nothing is sent on it any more. */
    public boolean acknowledged(Alert alert, Acknowledgement word) {
        return change(
                alert,
                "SET #state = :acknowledged, acknowledgedAt = :now, " + VIA + " = :via, " + ON_MY_WAY
                        + " = :onMyWay REMOVE " + Due.SHARD + ", " + Due.AT,
                "attribute_exists(tip) AND (#state <> :acknowledged OR " + ON_MY_WAY + " <> :onMyWay)",
                Row.draft()
                        .text(":acknowledged", AlertState.ACKNOWLEDGED.label())
                        .text(":via", word.via().label())
                        .text(":onMyWay", Boolean.toString(word.onMyWay()))
                        .time(":now", word.at()));
    }

    /** Whether a row, as a stream hands it over, is an alert. */
    public static boolean isOne(Row row) {
        return row.optional("alert").isPresent() && !Climbs.isOne(row);
    }

    /** The officer's word that an acknowledged row holds; empty of any other row. */
    public static Optional<Acknowledgement> wordOf(Row row) {
        return row.optional(VIA)
                .map(via -> new Acknowledgement(
                        row.text("officer"),
                        new Unit(row.text("unit")),
                        Boolean.parseBoolean(row.text(ON_MY_WAY)),
                        row.time("acknowledgedAt"),
                        Channel.ofLabel(via)));
    }

    private boolean change(Alert alert, String update, String condition, Row.Draft values) {
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Row.draft()
                            .text("tip", alert.reference().text())
                            .text("alert", alert.key())
                            .item())
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

    /** Alerts that are due by now, at most {@code limit} of each of the index's shards. */
    public List<Alert> due(Instant now, int limit) {
        return due.by(now, limit).stream().map(Alerts::of).toList();
    }
}
