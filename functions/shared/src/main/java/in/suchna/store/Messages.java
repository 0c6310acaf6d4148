package in.suchna.store;

import in.suchna.citizen.CitizenId;
import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import in.suchna.message.MessageId;
import in.suchna.message.Standing;
import in.suchna.seal.Sealed;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The Messages table: one row a message, kept before WhatsApp hears 200. */
public final class Messages {
    private static final String NUMBER = "byNumber";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    public Messages(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /**
     * Keeps a message once.
     *
     * @return whether it was new; a redelivery changes nothing
     */
    public boolean keep(KeptMessage message) {
        return Row.putIf(dynamo, table, itemOf(message), "attribute_not_exists(id)");
    }

    private Map<String, AttributeValue> itemOf(KeptMessage message) {
        Row.Draft draft = Row.draft()
                .text("id", message.id().text())
                .text("kind", message.kind().label())
                .text("field", message.field())
                .text("type", message.type())
                .text("citizen", message.citizen().map(CitizenId::text))
                .text(NUMBER, message.number().map(CitizenId::text))
                .texts(
                        "aliases",
                        message.aliases().stream().map(CitizenId::text).toList())
                .text("content", message.content())
                .bytes("original", message.original().bytes())
                .time("sentAt", message.sentAt())
                .time("keptAt", message.keptAt())
                .number(Retention.ATTRIBUTE, retention.expiryOf(message.keptAt()));
        message.address().ifPresent(a -> draft.bytes("address", a.bytes()));
        return draft.item();
    }

    /** Reads a row, as the stream hands it over. */
    public static KeptMessage of(Row row) {
        return new KeptMessage(
                new MessageId(row.text("id")),
                Kind.ofLabel(row.text("kind")),
                row.text("field"),
                row.text("type"),
                row.optional("citizen").map(CitizenId::new),
                row.optional(NUMBER).map(CitizenId::new),
                row.texts("aliases").stream().map(CitizenId::new).toList(),
                row.text("content"),
                new Sealed(row.bytes("original")
                        .orElseThrow(() -> new RowBroken("original", row.item().keySet()))),
                row.bytes("address").map(Sealed::new),
                row.time("sentAt"),
                row.time("keptAt"));
    }

    /** Looks a message up. */
    public Optional<KeptMessage> find(MessageId id) {
        return Row.find(dynamo, table, keyOf(id)).map(Messages::of);
    }

    /** What has become of a message; works for a forgotten one too. */
    public Optional<Standing> standing(MessageId id) {
        return Row.find(dynamo, table, keyOf(id)).map(Messages::standingOf);
    }

    private static Standing standingOf(Row row) {
        return new Standing(
                row.optionalTime("handledAt").isPresent(),
                row.optional("tip").map(Reference::new),
                row.bytes("address").map(Sealed::new),
                row.time("sentAt"));
    }

    /**
     * Marks a message as handled; in a transaction it makes everything beside it happen once only, for it fails when the
     * message was handled before.
     */
    public TransactWriteItem handled(MessageId id, Optional<Reference> tip, Instant now) {
        Row.Draft values = Row.draft().time(":now", now).text(":tip", tip.map(Reference::text));
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(keyOf(id))
                        .updateExpression("SET handledAt = :now" + (tip.isPresent() ? ", tip = :tip" : ""))
                        .conditionExpression("attribute_exists(id) AND attribute_not_exists(handledAt)")
                        .expressionAttributeValues(values.item())
                        .build())
                .build();
    }

    /** The messages of a citizen, by the index {@code citizen}, which holds keys only. */
    public List<MessageId> of(CitizenId citizen) {
        return dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .indexName("citizen")
                        .keyConditionExpression("citizen = :citizen")
                        .expressionAttributeValues(Map.of(":citizen", AttributeValue.fromS(citizen.text())))
                        .build())
                .items()
                .stream()
                .map(item -> new MessageId(new Row(item).text("id")))
                .toList();
    }

    /** Destroys what could lead to the sender of a message: the original with all its parts, and the address. */
    public void forget(MessageId id, Instant now) {
        boolean more = destroyed(id, now);
        for (int part = 1; more; part++) {
            more = destroyed(new MessageId(id.text() + "/" + part), now);
        }
    }

    private boolean destroyed(MessageId id, Instant now) {
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(keyOf(id))
                    .updateExpression("SET forgottenAt = :now REMOVE original, address, aliases, " + NUMBER)
                    .conditionExpression("attribute_exists(id)")
                    .expressionAttributeValues(Row.draft().time(":now", now).item())
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> keyOf(MessageId id) {
        return Map.of("id", AttributeValue.fromS(id.text()));
    }
}
