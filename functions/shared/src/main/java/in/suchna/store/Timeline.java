package in.suchna.store;

import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The Timeline table: what happened to each tip, append-only.
 *
 * <p>An entry of the kind {@link TimelineEntry#EVIDENCE} tells of a file and has these attributes besides: {@code object}
 * (the key in the evidence bucket of the bytes as they came), {@code viewing} (the key of the clean copy to look at; absent
 * where there is none), {@code sha256} (hexadecimal), {@code mime}, {@code bytes}, and {@code position}
 * ({@code latitude,longitude}) where a camera wrote it. A file that could not be had is an entry of the kind
 * {@link TimelineEntry#EVIDENCE_LOST}.
 *
 * <p>Who writes here knows nothing of the chain: the notary, woken by this table's stream, seals each entry to the one before
 * in the Ledger, which nobody else may write. So writers neither wait for one another nor can mend a chain they broke.
 */
public final class Timeline {
    private static final String NEW = "attribute_not_exists(id)";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    public Timeline(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /** Appends in a transaction; fails when the entry is there already. */
    public TransactWriteItem append(TimelineEntry entry) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(itemOf(entry))
                        .conditionExpression(NEW)
                        .build())
                .build();
    }

    /**
     * Appends by itself.
     *
     * @return whether it was new
     */
    public boolean appendNow(TimelineEntry entry) {
        return Row.putIf(dynamo, table, itemOf(entry), NEW);
    }

    private Map<String, AttributeValue> itemOf(TimelineEntry entry) {
        Row.Draft draft = Row.draft()
                .text("reference", entry.reference().text())
                .text("id", entry.id())
                .time("at", entry.at())
                .text("what", entry.what())
                .text("content", entry.content())
                .number(Retention.ATTRIBUTE, retention.expiryOf(entry.at()));
        entry.exhibit().ifPresent(exhibit -> Exhibits.write(exhibit, draft));
        return draft.item();
    }

    /** A tip's entries, oldest first. */
    public List<TimelineEntry> of(Reference reference) {
        return rowsOf(reference).stream().map(Timeline::of).toList();
    }

    /** A tip's rows as they are, oldest first; to check them, not to understand them. */
    public List<Row> rowsOf(Reference reference) {
        return dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#reference = :r")
                        // a reserved word of DynamoDB
                        .expressionAttributeNames(Map.of("#reference", "reference"))
                        .expressionAttributeValues(Map.of(":r", AttributeValue.fromS(reference.text())))
                        .consistentRead(true)
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .toList();
    }

    /** Reads a row. */
    public static TimelineEntry of(Row row) {
        return new TimelineEntry(
                new Reference(row.text("reference")),
                row.text("id"),
                row.time("at"),
                row.text("what"),
                row.text("content"),
                Exhibits.read(row));
    }
}
