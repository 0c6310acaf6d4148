package in.suchna.store;

import in.suchna.tip.Reference;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Keeps a tip's rows beyond their time, for a case that runs: they then have no expiry, which is kept aside. The chain is not
 * hurt, for it does not seal how long a row is kept.
 */
public final class Holds {
    /** Where a held row's expiry waits. */
    static final String ASIDE = "heldFrom";

    private final DynamoDbClient dynamo;
    private final Tables tables;

    /** The physical names. */
    public record Tables(String tips, String timeline, String ledger) {}

    private record Key(String table, Map<String, AttributeValue> key) {}

    public Holds(DynamoDbClient dynamo, Tables tables) {
        this.dynamo = dynamo;
        this.tables = tables;
    }

    /**
     * Holds all rows of a tip there are now.
     *
     * @return how many
     */
    public int hold(Reference reference) {
        return change(
                reference,
                "SET " + ASIDE + " = if_not_exists(" + ASIDE + ", " + Retention.ATTRIBUTE + ") REMOVE "
                        + Retention.ATTRIBUTE,
                Retention.ATTRIBUTE);
    }

    /** Lets them go: each has the expiry it had, and goes at once if that is over. */
    public int release(Reference reference) {
        return change(reference, "SET " + Retention.ATTRIBUTE + " = " + ASIDE + " REMOVE " + ASIDE, ASIDE);
    }

    private int change(Reference reference, String update, String onlyWith) {
        List<Key> keys = Stream.of(
                        Stream.of(new Key(tables.tips(), Map.of("reference", AttributeValue.fromS(reference.text())))),
                        keys(tables.timeline(), "id", reference),
                        keys(tables.ledger(), "link", reference))
                .flatMap(s -> s)
                .toList();
        int changed = 0;
        for (Key key : keys) {
            changed += changed(key, update, onlyWith) ? 1 : 0;
        }
        return changed;
    }

    private boolean changed(Key key, String update, String onlyWith) {
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(key.table())
                    .key(key.key())
                    .updateExpression(update)
                    .conditionExpression("attribute_exists(" + onlyWith + ")")
                    .build());
            return true;
        } catch (software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Stream<Key> keys(String table, String range, Reference reference) {
        return dynamo
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("#reference = :r")
                        .expressionAttributeNames(Map.of("#reference", "reference"))
                        .expressionAttributeValues(Map.of(":r", AttributeValue.fromS(reference.text())))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> new Key(
                        table,
                        Map.of(
                                "reference",
                                AttributeValue.fromS(reference.text()),
                                range,
                                AttributeValue.fromS(new Row(item).text(range)))));
    }
}
