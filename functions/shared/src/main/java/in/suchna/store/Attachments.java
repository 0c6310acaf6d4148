package in.suchna.store;

import in.suchna.message.Attachment;
import in.suchna.message.Custody;
import in.suchna.message.MessageId;
import in.suchna.tip.Exhibit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The Attachments table: how far each file that came with a message is on its way into the evidence bucket. */
public final class Attachments {
    private static final String DUE_AT = Due.SHARD + " = :shard, " + Due.AT + " = :due";
    // WhatsApp could tell whose file it was, so its names go when they are needed no more
    private static final String UNNAMED = " REMOVE mediaId, #url";
    private static final String STILL_OURS = "custody = :waiting AND attempts = :read";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;
    private final Due due;

    public Attachments(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
        this.due = new Due(dynamo, table);
    }

    /**
     * Writes a fresh one, due at once.
     *
     * @return whether it was new; a message told twice changes nothing
     */
    public boolean begin(Attachment fresh) {
        return Row.putIf(dynamo, table, itemOf(fresh), "attribute_not_exists(id)");
    }

    private Map<String, AttributeValue> itemOf(Attachment fresh) {
        return Row.draft()
                .text("id", fresh.id().text())
                .text("type", fresh.type())
                .text("mediaId", fresh.mediaId())
                .text("url", fresh.url())
                .text("told", fresh.sha256())
                .text("custody", fresh.custody().label())
                .number("attempts", fresh.attempts())
                .time("sentAt", fresh.sentAt())
                .time("createdAt", fresh.createdAt())
                .text(Due.SHARD, Due.shardOf(fresh.id().text()))
                .time(Due.AT, fresh.createdAt())
                .number(Retention.ATTRIBUTE, retention.expiryOf(fresh.createdAt()))
                .item();
    }

    /** Reads a row. */
    public static Attachment of(Row row) {
        return new Attachment(
                new MessageId(row.text("id")),
                row.text("type"),
                row.optional("mediaId"),
                row.optional("url"),
                row.optional("told"),
                Custody.ofLabel(row.text("custody")),
                Math.toIntExact(row.number("attempts")),
                row.optional("mishap"),
                Math.toIntExact(row.optionalNumber("mishaps").orElse(0L)),
                Exhibits.read(row),
                row.time("sentAt"),
                row.time("createdAt"));
    }

    /** Looks one up. */
    public Optional<Attachment> find(MessageId id) {
        return Row.find(dynamo, table, keyOf(id)).map(Attachments::of);
    }

    /**
     * Takes one for fetching until a lease ends; one taken by a function that died comes back when its lease has passed.
     *
     * @return it as it now stands; empty when another was quicker, or it waits no more
     */
    public Optional<Attachment> claim(Attachment read, Instant leaseUntil) {
        return change(
                read.id(),
                "SET attempts = attempts + :one, " + DUE_AT,
                STILL_OURS,
                ours(read).number(":one", 1).time(":due", leaseUntil).text(":shard", shardOf(read)));
    }

    /** Puts it back to be tried again at a time. */
    public boolean again(Attachment claimed, String mishap, int mishaps, Instant dueAt) {
        return change(
                        claimed.id(),
                        "SET mishap = :mishap, mishaps = :mishaps, " + DUE_AT,
                        STILL_OURS,
                        ours(claimed)
                                .text(":mishap", mishap)
                                .number(":mishaps", mishaps)
                                .time(":due", dueAt)
                                .text(":shard", shardOf(claimed)))
                .isPresent();
    }

    /** Notes that it is in the bucket. It stays due until it {@link #entered}. */
    public Optional<Attachment> kept(Attachment claimed, Exhibit exhibit, Instant now) {
        Row.Draft values = ours(claimed)
                .text(":kept", Custody.KEPT.label())
                .text(":object", exhibit.object())
                .text(":viewing", exhibit.viewing())
                .text(":sha256", exhibit.sha256())
                .text(":mime", exhibit.mime())
                .number(":bytes", exhibit.bytes())
                .text(":position", exhibit.position())
                .time(":due", now)
                .text(":shard", shardOf(claimed));
        String set =
                "SET custody = :kept, #object = :object, sha256 = :sha256, mime = :mime, #bytes = :bytes, " + DUE_AT
                        + (exhibit.viewing().isPresent() ? ", viewing = :viewing" : "")
                        + (exhibit.position().isPresent() ? ", #position = :position" : "")
                        + UNNAMED;
        return change(claimed.id(), set, STILL_OURS, values);
    }

    /** Notes that nobody can get it, and why. It stays due until it {@link #entered}. */
    public Optional<Attachment> lost(Attachment claimed, String mishap, Instant now) {
        return change(
                claimed.id(),
                "SET custody = :lost, mishap = :mishap, " + DUE_AT + UNNAMED,
                STILL_OURS,
                ours(claimed)
                        .text(":lost", Custody.LOST.label())
                        .text(":mishap", mishap)
                        .time(":due", now)
                        .text(":shard", shardOf(claimed)));
    }

    /** Looks at one again later that is kept or lost and has no tip yet to be entered with. */
    public void later(Attachment settled, Instant dueAt) {
        change(
                settled.id(),
                "SET " + DUE_AT,
                "attribute_not_exists(enteredAt) AND attribute_exists(id)",
                Row.draft().time(":due", dueAt).text(":shard", shardOf(settled)));
    }

    /**
     * Ends its way: the tip's timeline has it. In a transaction it fails when that was so before, so that what is written
     * beside it is written once.
     */
    public TransactWriteItem entered(Attachment settled, Instant now) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(keyOf(settled.id()))
                        .updateExpression("SET enteredAt = :now " + Due.REMOVED)
                        .conditionExpression("attribute_exists(id) AND attribute_not_exists(enteredAt)")
                        .expressionAttributeValues(Row.draft().time(":now", now).item())
                        .build())
                .build();
    }

    /** Those due by now, at most {@code limit} of each of the index's shards. */
    public List<Attachment> due(Instant now, int limit) {
        return due.by(now, limit).stream().map(Attachments::of).toList();
    }

    private static Row.Draft ours(Attachment read) {
        return Row.draft().text(":waiting", Custody.WAITING.label()).number(":read", read.attempts());
    }

    private static String shardOf(Attachment attachment) {
        return Due.shardOf(attachment.id().text());
    }

    private Optional<Attachment> change(MessageId id, String update, String condition, Row.Draft values) {
        try {
            UpdateItemRequest.Builder request = UpdateItemRequest.builder()
                    .tableName(table)
                    .key(keyOf(id))
                    .updateExpression(update)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.item())
                    .returnValues(ReturnValue.ALL_NEW);
            Map<String, String> names = namesIn(update);
            if (!names.isEmpty()) {
                request.expressionAttributeNames(names);
            }
            return Optional.of(of(new Row(dynamo.updateItem(request.build()).attributes())));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /** Reserved words of DynamoDB, which it takes by another name only, and only where they are used. */
    private static Map<String, String> namesIn(String update) {
        return List.of("object", "bytes", "position", "url").stream()
                .filter(word -> update.contains("#" + word))
                .collect(java.util.stream.Collectors.toMap(word -> "#" + word, word -> word));
    }

    private static Map<String, AttributeValue> keyOf(MessageId id) {
        return Map.of("id", AttributeValue.fromS(id.text()));
    }
}
