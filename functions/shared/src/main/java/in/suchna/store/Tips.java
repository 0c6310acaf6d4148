package in.suchna.store;

import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.tip.Category;
import in.suchna.tip.Disposition;
import in.suchna.tip.Handling;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The Tips table: one row a tip. */
public final class Tips {
    private static final Retention PROBES = Retention.ofDays(2);

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    public Tips(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /** Looks a tip up. */
    public Optional<Tip> find(Reference reference) {
        return Row.find(dynamo, table, Map.of("reference", AttributeValue.fromS(reference.text())))
                .map(Tips::of);
    }

    /** Writes a tip over the version that was read, version 0 being a new one; in a transaction it fails when another was quicker. */
    public TransactWriteItem put(Tip tip) {
        Put.Builder put = Put.builder().tableName(table).item(itemOf(tip));
        if (tip.version() == 0) {
            put.conditionExpression("attribute_not_exists(#reference)")
                    // a reserved word of DynamoDB
                    .expressionAttributeNames(Map.of("#reference", "reference"));
        } else {
            put.conditionExpression("version = :read")
                    .expressionAttributeValues(
                            Row.draft().number(":read", tip.version()).item());
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private Map<String, AttributeValue> itemOf(Tip tip) {
        Judgement judged = tip.judgement();
        Handling handling = tip.handling();
        return Queue.mark(Row.draft(), tip)
                .text("reference", tip.reference().text())
                .text("citizen", tip.citizen().text())
                .text("language", tip.language().tag())
                .text("status", tip.status().name())
                .text("category", judged.category().name())
                .text("priority", judged.priority().name())
                .text("thana", judged.thana().map(Thana::name))
                .text("vehicle", judged.vehicle())
                .texts("reasons", judged.reasons())
                .text("text", tip.text())
                .number("parts", tip.parts())
                .time("urgentSince", tip.urgentSince())
                .number("raises", tip.raises())
                .time("createdAt", tip.createdAt())
                .time("updatedAt", tip.updatedAt())
                .number("version", tip.version() + 1)
                .number("readParts", handling.readParts())
                .time("readAt", handling.readAt())
                .text("assignee", handling.assignee())
                .time("askedAt", handling.askedAt())
                .text("disposition", handling.disposition().map(Disposition::name))
                .text("duplicateOf", handling.duplicateOf().map(Reference::text))
                .time("closedAt", handling.closedAt())
                .number(Retention.ATTRIBUTE, (tip.isProbe() ? PROBES : retention).expiryOf(tip.updatedAt()))
                .item();
    }

    /** Reads a row, as the stream hands it over. */
    public static Tip of(Row row) {
        return new Tip(
                new Reference(row.text("reference")),
                new CitizenId(row.text("citizen")),
                Language.ofTag(row.text("language")).orElse(Language.HINDI),
                Status.valueOf(row.text("status")),
                new Judgement(
                        Category.valueOf(row.text("category")),
                        Priority.valueOf(row.text("priority")),
                        row.optional("thana").map(Thana::new),
                        row.optional("vehicle"),
                        row.texts("reasons")),
                row.text("text"),
                Math.toIntExact(row.number("parts")),
                row.optionalTime("urgentSince"),
                Math.toIntExact(row.number("raises")),
                row.time("createdAt"),
                row.time("updatedAt"),
                row.number("version"),
                handlingOf(row));
    }

    private static Handling handlingOf(Row row) {
        return new Handling(
                Math.toIntExact(row.optionalNumber("readParts").orElse(0L)),
                row.optionalTime("readAt"),
                row.optional("assignee"),
                row.optionalTime("askedAt"),
                row.optional("disposition").map(Disposition::valueOf),
                row.optional("duplicateOf").map(Reference::new),
                row.optionalTime("closedAt"));
    }
}
