package in.suchna.store;

import in.suchna.duty.Stretch;
import in.suchna.duty.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Which gaps of the roster the control room was told of: one row a gap of the Alerts table, beside the tips' rows. */
public final class GapWarnings {
    private static final String PARTITION = "gap#";
    private static final String CLAIMED_UNTIL = "claimedUntil";

    // longer than a look lasts, shorter than the hour to the next
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(7);

    private final DynamoDbClient dynamo;
    private final String table;

    public GapWarnings(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Takes a gap to tell of it.
     *
     * @return whether it is ours to tell: nobody was told of it, and nobody is telling now
     */
    public boolean claim(Unit unit, Stretch gap, Instant now) {
        try {
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(row(unit, gap).time(CLAIMED_UNTIL, now.plus(LEASE)).item())
                    .conditionExpression("attribute_not_exists(tip) OR " + CLAIMED_UNTIL + " < :now")
                    .expressionAttributeValues(Row.draft().time(":now", now).item())
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** Notes that the control room was told, so that no one tells again. */
    public void told(Unit unit, Stretch gap, Instant now) {
        Map<String, AttributeValue> row = row(unit, gap).time("toldAt", now).item();
        dynamo.putItem(b -> b.tableName(table).item(row));
    }

    private static Row.Draft row(Unit unit, Stretch gap) {
        return Row.draft()
                .text("tip", PARTITION + unit.name())
                .text("alert", gap.from() + "/" + gap.to())
                .number(Retention.ATTRIBUTE, gap.to().toEpochSecond(ZoneOffset.UTC) + KEPT.toSeconds());
    }
}
