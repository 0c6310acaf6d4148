package in.suchna.store;

import in.suchna.duty.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** How many SMS each officer got lately: one row an officer of the Alerts table, beside the tips' rows. */
public final class Paces {
    private static final String PARTITION = "officer#";
    private static final String ROW = "pace";
    private static final int MOST_TRIES = 5;
    // the windows are an hour; a day leaves something to look at
    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public Paces(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** An officer's pace. */
    public Pace of(String officerId) {
        return row(officerId).map(Paces::paceOf).orElse(Pace.NONE);
    }

    /**
     * Counts an SMS that is about to go, if the pace allows it or it may not be held.
     *
     * @return when it may go, if it may not now
     */
    public Optional<Instant> count(String officerId, boolean mayBeHeld, Instant now) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Row> read = row(officerId);
            Pace pace = read.map(Paces::paceOf).orElse(Pace.NONE);
            Optional<Instant> held = pace.heldUntil(now).filter(_ -> mayBeHeld);
            if (held.isPresent() || save(officerId, pace.with(now), read.map(row -> row.number("version")), now)) {
                return held;
            }
        }
        // so many at once that the count is behind: an SMS too many is better than one that waits
        return Optional.empty();
    }

    private boolean save(String officerId, Pace pace, Optional<Long> version, Instant now) {
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table)
                .item(Row.draft()
                        .text("tip", PARTITION + officerId)
                        .text("alert", ROW)
                        .texts(
                                "sent",
                                pace.sent().stream()
                                        .map(at -> Long.toString(at.toEpochMilli()))
                                        .toList())
                        .number("version", version.orElse(0L) + 1)
                        .number(Retention.ATTRIBUTE, now.plus(KEPT).getEpochSecond())
                        .item());
        version.ifPresentOrElse(
                read -> put.conditionExpression("version = :read")
                        .expressionAttributeValues(
                                Row.draft().number(":read", read).item()),
                () -> put.conditionExpression("attribute_not_exists(tip)"));
        try {
            dynamo.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Optional<Row> row(String officerId) {
        List<Map<String, AttributeValue>> items = dynamo.query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("tip = :officer AND alert = :row")
                        .expressionAttributeValues(Row.draft()
                                .text(":officer", PARTITION + officerId)
                                .text(":row", ROW)
                                .item())
                        .consistentRead(true)
                        .build())
                .items();
        return items.stream().map(Row::new).findFirst();
    }

    private static Pace paceOf(Row row) {
        return new Pace(row.texts("sent").stream()
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli)
                .toList());
    }
}
