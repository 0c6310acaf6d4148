package in.suchna.store;

import in.suchna.citizen.Citizen;
import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.seal.Sealed;
import in.suchna.tip.Reference;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The Citizens table: what is remembered of each citizen, and by which other keyed hashes they were seen. */
public final class Citizens {
    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    public Citizens(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /** Looks a citizen up by their id or by another keyed hash linked to it. */
    public Optional<Citizen> find(CitizenId id) {
        Optional<Row> row = read(id);
        Optional<CitizenId> linked = row.flatMap(r -> r.optional("sameAs")).map(CitizenId::new);
        return linked.flatMap(this::read)
                .or(() -> row.filter(r -> r.optional("sameAs").isEmpty()))
                .map(Citizens::of);
    }

    private Optional<Row> read(CitizenId id) {
        return Row.find(dynamo, table, Map.of("id", AttributeValue.fromS(id.text())));
    }

    /** Writes a citizen over the version that was read; in a transaction it fails when another was quicker. */
    public TransactWriteItem put(Citizen citizen) {
        Row.Draft draft = Row.draft()
                .text("id", citizen.id().text())
                .text("language", citizen.language().map(Language::tag))
                .text("openTip", citizen.openTip().map(Reference::text))
                .time("lastMessageAt", citizen.lastMessageAt())
                .text("conversation", citizen.conversation())
                .number("version", citizen.version() + 1)
                .number(Retention.ATTRIBUTE, retention.expiryOf(citizen.lastMessageAt()));
        citizen.address().ifPresent(a -> draft.bytes("address", a.bytes()));
        Put.Builder put = Put.builder().tableName(table).item(draft.item());
        if (citizen.version() == 0) {
            put.conditionExpression("attribute_not_exists(id)");
        } else {
            put.conditionExpression("version = :read")
                    .expressionAttributeValues(
                            Row.draft().number(":read", citizen.version()).item());
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    /** Links another keyed hash of the same person, so that they stay one citizen. */
    public TransactWriteItem link(CitizenId other, Citizen citizen) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(Row.draft()
                                .text("id", other.text())
                                .text("sameAs", citizen.id().text())
                                .number(Retention.ATTRIBUTE, retention.expiryOf(citizen.lastMessageAt()))
                                .item())
                        .build())
                .build();
    }

    private static Citizen of(Row row) {
        return new Citizen(
                new CitizenId(row.text("id")),
                row.optional("language").flatMap(Language::ofTag),
                row.optional("openTip").map(Reference::new),
                row.bytes("address").map(Sealed::new),
                row.time("lastMessageAt"),
                row.text("conversation"),
                row.number("version"));
    }
}
