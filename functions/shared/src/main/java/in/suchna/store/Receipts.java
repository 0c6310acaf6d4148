package in.suchna.store;

import in.suchna.citizen.CitizenId;
import in.suchna.duty.Account;
import in.suchna.message.MessageId;
import in.suchna.message.Receipt;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The Receipts table: what WhatsApp said became of what we sent. Apart from Messages, for there are three to a reply. */
public final class Receipts {
    private static final String ACCOUNT = "account";
    private static final String BETWEEN = " ";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    public Receipts(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /**
     * Keeps a receipt once.
     *
     * @return whether it was new
     */
    public boolean keep(Receipt receipt) {
        return Row.putIf(dynamo, table, itemOf(receipt), "attribute_not_exists(id)");
    }

    private Map<String, AttributeValue> itemOf(Receipt receipt) {
        Row.Draft draft = Row.draft()
                .text("id", receipt.id().text())
                .text("outbox", receipt.outboxId())
                .text(
                        ACCOUNT,
                        receipt.account()
                                .map(a -> a.number().text() + BETWEEN + a.user().text()))
                .text("status", receipt.status())
                .text("content", receipt.content())
                .time("at", receipt.at())
                .time("keptAt", receipt.keptAt())
                .number(Retention.ATTRIBUTE, retention.expiryOf(receipt.keptAt()));
        receipt.errorCode().ifPresent(code -> draft.number("errorCode", code));
        return draft.item();
    }

    /** Reads a row, as the stream hands it over. */
    public static Receipt of(Row row) {
        return new Receipt(
                new MessageId(row.text("id")),
                row.optional("outbox"),
                account(row),
                row.text("status"),
                row.optionalNumber("errorCode").map(Math::toIntExact),
                row.text("content"),
                row.time("at"),
                row.time("keptAt"));
    }

    /** The officer's account that a row of the stream tells of; empty for a row of another table too. */
    public static Optional<Account> account(Row row) {
        return row.optional(ACCOUNT)
                .map(pair -> pair.split(BETWEEN, 2))
                .map(pair -> new Account(new CitizenId(pair[0]), new CitizenId(pair[1])));
    }

    /** Looks a receipt up. */
    public Optional<Receipt> find(MessageId id) {
        Map<String, AttributeValue> item = dynamo.getItem(
                        b -> b.tableName(table).key(Map.of("id", AttributeValue.fromS(id.text()))))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(of(new Row(item)));
    }
}
