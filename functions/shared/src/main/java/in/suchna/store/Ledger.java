package in.suchna.store;

import in.suchna.ledger.Link;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The Ledger table: the chain of each tip's timeline. A link's key is its number, so two can't take the same place; a chain
 * is short, and is looked through before an entry is sealed, so that each is sealed once.
 */
public final class Ledger {
    private static final String SEALED = "attribute_not_exists(link)";
    private static final int MOST_TRIES = 10;

    /** Most chains are shorter, and so are read with one call. */
    private static final int PAGE = 50;

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
            List<Link> newestFirst = newestFirst(reference, entry);
            if (!newestFirst.isEmpty() && newestFirst.getLast().entry().equals(entry)) {
                return newestFirst.getLast();
            }
            Optional<Link> last = newestFirst.stream().findFirst();
            Link link = new Link(
                    reference,
                    last.map(Link::number).orElse(0L) + 1,
                    entry,
                    entryHash,
                    last.map(Link::seal).orElse(Link.NONE),
                    Instant.ofEpochMilli(now.toEpochMilli()));
            if (Row.putIf(dynamo, table, itemOf(link), SEALED)) {
                return link;
            }
        }
        throw new IllegalStateException("A chain grew under our hands " + MOST_TRIES + " times: tip " + reference);
    }

    /** The chain from its end back to the link that seals the entry, or all of it when there is none. */
    private List<Link> newestFirst(Reference reference, String entry) {
        List<Link> links = new ArrayList<>();
        for (Map<String, AttributeValue> item : dynamo.queryPaginator(
                        links(reference).scanIndexForward(false).limit(PAGE).build())
                .items()) {
            links.add(of(new Row(item)));
            if (links.getLast().entry().equals(entry)) {
                return links;
            }
        }
        return links;
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
                .keyConditionExpression("#reference = :r")
                .expressionAttributeNames(Map.of("#reference", "reference"))
                .expressionAttributeValues(
                        Row.draft().text(":r", reference.text()).item())
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
