package in.suchna.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which probe came through to the alerts last: one row of the Alerts table, beside the tips' rows. */
public final class Probes {
    private static final Map<String, AttributeValue> KEY =
            Row.draft().text("tip", "probe").text("alert", "arrived").item();
    private static final Duration KEPT = Duration.ofDays(7);

    private final DynamoDbClient dynamo;
    private final String table;

    public Probes(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Notes that a probe came through. */
    public void arrived(Instant keptAt, Instant now) {
        Map<String, AttributeValue> row = Row.draft()
                .text("tip", "probe")
                .text("alert", "arrived")
                .time("keptAt", keptAt)
                .time("arrivedAt", now)
                .number(Retention.ATTRIBUTE, now.plus(KEPT).getEpochSecond())
                .item();
        dynamo.putItem(b -> b.tableName(table).item(row));
    }

    /** When the webhook kept the probe that came through last. */
    public Optional<Instant> lastKept() {
        return Row.find(dynamo, table, KEY).map(row -> row.time("keptAt"));
    }
}
