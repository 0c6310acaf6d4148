package in.suchna.store;

import in.suchna.ledger.Link;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The Ledger table: the chain of each tip's timeline. A tip's links have keys of digits, so the last is found first; beside
 * each lies a mark under its entry's id, so that an entry is sealed once.
 */
public final class Ledger {
    private static final String MARK = "entry#";
    private static final String SEALED = "attribute_not_exists(link)";
    private static final int MOST_TRIES = 10;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    public Ledger(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /**
     * Seals an entry to the end of its tip's chain, once.
     *
     * @return its link, which an earlier telling may have made
     */
    public Link seal(Reference reference, String entry, String entryHash, Instant now) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Link> last = last(reference);
            Link link = new Link(
                    reference,
                    last.map(Link::number).orElse(0L) + 1,
                    entry,
                    entryHash,
                    last.map(Link::seal).orElse(Link.NONE),
                    Instant.ofEpochMilli(now.toEpochMilli()));
            if (written(link)) {
                return link;
            }
            // told a second time, or another entry of the tip was sealed in between
            Optional<Link> before = find(reference, entry);
            if (before.isPresent()) {
                return before.get();
            }
        }
        throw new IllegalStateException("A chain grew under our hands " + MOST_TRIES + " times: tip " + reference);
    }

    private boolean written(Link link) {
        try {
            dynamo.transactWriteItems(b -> b.transactItems(
                    put(itemOf(link)),
                    put(Row.draft()
                            .text("reference", link.reference().text())
                            .text("link", MARK + link.entry())
                            .number("number", link.number())
                            .number(Retention.ATTRIBUTE, retention.expiryOf(link.at()))
                            .item())));
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        }
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(SEALED)
                        .build())
                .build();
    }

    private Map<String, AttributeValue> itemOf(Link link) {
        return Row.draft()
                .text("reference", link.reference().text())
                .text("link", keyOf(link.number()))
                .number("number", link.number())
                .text("entry", link.entry())
                .text("entryHash", link.entryHash())
                .text("before", link.before())
                .text("seal", link.seal())
                .time("at", link.at())
                .number(Retention.ATTRIBUTE, retention.expiryOf(link.at()))
                .item();
    }

    private static String keyOf(long number) {
        return "%09d".formatted(number);
    }

    private Optional<Link> find(Reference reference, String entry) {
        return row(reference, MARK + entry)
                .flatMap(mark -> row(reference, keyOf(mark.number("number"))))
                .map(Ledger::of);
    }

    private Optional<Row> row(Reference reference, String link) {
        return Row.find(
                dynamo,
                table,
                Row.draft()
                        .text("reference", reference.text())
                        .text("link", link)
                        .item());
    }

    private Optional<Link> last(Reference reference) {
        return dynamo.query(links(reference).scanIndexForward(false).limit(1).build()).items().stream()
                .map(Row::new)
                .map(Ledger::of)
                .findFirst();
    }

    /** A tip's chain, in order, with the seal each link had when it was written. */
    public List<Kept> of(Reference reference) {
        return dynamo.queryPaginator(links(reference).build()).items().stream()
                .map(Row::new)
                .map(row -> new Kept(of(row), row.text("seal")))
                .toList();
    }

    /**
     * A link as it lies in the table.
     *
     * @param link what it says
     * @param seal what it was sealed with; another than {@link Link#seal} if somebody changed it
     */
    public record Kept(Link link, String seal) {}

    private QueryRequest.Builder links(Reference reference) {
        return QueryRequest.builder()
                .tableName(table)
                // digits come before the marks' letters
                .keyConditionExpression("#reference = :r AND link < :marks")
                .expressionAttributeNames(Map.of("#reference", "reference"))
                .expressionAttributeValues(Row.draft()
                        .text(":r", reference.text())
                        .text(":marks", MARK)
                        .item())
                .consistentRead(true);
    }

    private static Link of(Row row) {
        return new Link(
                new Reference(row.text("reference")),
                row.number("number"),
                row.text("entry"),
                row.text("entryHash"),
                row.text("before"),
                row.time("at"));
    }
}
