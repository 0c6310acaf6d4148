package in.suchna.store;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Channel;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Unit;
import in.suchna.tip.Category;
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
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The climbs of the Alerts table: one row a tip and raise, beside the alerts they caused. */
public final class Climbs {
    private static final String PREFIX = "climb#";

    // open climbs are few, so they share one partition of the index and a sweep reads it with one query
    private static final String SHARD = "climb";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;
    private final Due due;

    public Climbs(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
        this.due = new Due(dynamo, table);
    }

    /**
     * Writes a climb over the version that was read, version 0 being a new one.
     *
     * @param dueAt when the sweep must look at it; empty when it has ended
     * @return the climb as it now stands, or empty when another was quicker
     */
    public Optional<Climb> save(Climb climb, Optional<Instant> dueAt) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(itemOf(climb, dueAt));
        if (climb.version() == 0) {
            put.conditionExpression("attribute_not_exists(tip)");
        } else {
            put.conditionExpression("version = :read")
                    .expressionAttributeValues(
                            Row.draft().number(":read", climb.version()).item());
        }
        try {
            dynamo.putItem(put.build());
            return Optional.of(withVersion(climb, climb.version() + 1));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    private Map<String, AttributeValue> itemOf(Climb climb, Optional<Instant> dueAt) {
        return Row.draft()
                .text("tip", climb.reference().text())
                .text("alert", PREFIX + climb.raise())
                .number("raise", climb.raise())
                .text("priority", climb.priority().name())
                .text("category", climb.category().name())
                .text("thana", climb.thana().map(Thana::name))
                .time("urgentSince", climb.urgentSince())
                .text("state", climb.state().label())
                .number("rung", climb.nextRung())
                .texts(
                        "acknowledgements",
                        climb.acknowledgements().stream().map(Climbs::textOf).toList())
                .number("version", climb.version() + 1)
                .text(Due.SHARD, dueAt.map(_ -> SHARD))
                .time(Due.AT, dueAt)
                .number(Retention.ATTRIBUTE, retention.expiryOf(climb.urgentSince()))
                .item();
    }

    private static String textOf(Acknowledgement word) {
        return "%d#%s#%s#%s#%s"
                .formatted(
                        word.at().toEpochMilli(),
                        word.onMyWay(),
                        word.via().label(),
                        word.officerId(),
                        word.unit().name());
    }

    private static Acknowledgement acknowledgementOf(String text) {
        String[] parts = text.split("#", 5);
        return new Acknowledgement(
                parts[3],
                new Unit(parts[4]),
                Boolean.parseBoolean(parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                Channel.ofLabel(parts[2]));
    }

    /** Reads a row, as the stream hands it over. */
    public static Climb of(Row row) {
        return new Climb(
                new Reference(row.text("tip")),
                Math.toIntExact(row.number("raise")),
                Priority.valueOf(row.text("priority")),
                Category.valueOf(row.text("category")),
                row.optional("thana").map(Thana::new),
                row.time("urgentSince"),
                ClimbState.ofLabel(row.text("state")),
                Math.toIntExact(row.number("rung")),
                row.texts("acknowledgements").stream()
                        .map(Climbs::acknowledgementOf)
                        .toList(),
                row.number("version"));
    }

    private static Climb withVersion(Climb climb, long version) {
        return new Climb(
                climb.reference(),
                climb.raise(),
                climb.priority(),
                climb.category(),
                climb.thana(),
                climb.urgentSince(),
                climb.state(),
                climb.nextRung(),
                climb.acknowledgements(),
                version);
    }

    /** Whether a row of the Alerts table, as a stream hands it over, is a climb. */
    public static boolean isOne(Row row) {
        return row.optional("alert").filter(key -> key.startsWith(PREFIX)).isPresent();
    }

    /** A tip's climbs, one a raise. */
    public List<Climb> of(Reference reference) {
        return query(reference, PREFIX);
    }

    /** The climb of one raise of a tip. */
    public Optional<Climb> find(Reference reference, int raise) {
        return query(reference, PREFIX + raise).stream()
                .filter(climb -> climb.raise() == raise)
                .findFirst();
    }

    private List<Climb> query(Reference reference, String prefix) {
        return dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("tip = :tip AND begins_with(alert, :prefix)")
                        .expressionAttributeValues(Row.draft()
                                .text(":tip", reference.text())
                                .text(":prefix", prefix)
                                .item())
                        .consistentRead(true)
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .map(Climbs::of)
                .toList();
    }

    /** Climbs that are due by now, the longest due first, at most {@code limit}. */
    public List<Climb> due(Instant now, int limit) {
        return due.by(SHARD, now, limit).stream().map(Climbs::of).toList();
    }
}
