package in.suchna.store;

import in.suchna.citizen.CitizenId;
import in.suchna.duty.Account;
import in.suchna.duty.Rollcall;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The Officers table: under which ids the officers of the roster write on WhatsApp. It is one row, so that it is read with
 * one small read and changes as a whole; it holds about 2,000 officers. Only who must tell officers from citizens may read it.
 */
public final class Officers {
    private static final String ROW = "roster";
    private static final String PAIRS = "officers";
    private static final String SEEN = "seen";
    private static final String VERSION = "version";
    private static final String BETWEEN = " ";
    private static final int MOST_TRIES = 8;

    private final DynamoDbClient dynamo;
    private final String table;

    public Officers(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Everybody, by one read. */
    public Rollcall all() {
        return read(false).map(Officers::of).orElse(Rollcall.NOBODY);
    }

    /**
     * Makes these all the officers there are; what was learnt of the user ids of their numbers stays, and of others' goes.
     *
     * @throws ConditionalCheckFailedException if others changed the row each of {@value #MOST_TRIES} times
     */
    public void replaceBy(Map<CitizenId, String> officers, Instant now) {
        change(before -> before.of(officers), now);
    }

    /**
     * Notes a user id that a number of the roster is seen with, and forgets the one it had before; of another number nothing
     * is noted.
     *
     * @throws ConditionalCheckFailedException if others changed the row each of {@value #MOST_TRIES} times
     */
    public void note(Account account, Instant now) {
        change(before -> before.lacks(account) ? before.with(account) : before, now);
    }

    private void change(UnaryOperator<Rollcall> how, Instant now) {
        for (int tries = 1; !changed(how, now, tries == MOST_TRIES); tries++) {}
    }

    private boolean changed(UnaryOperator<Rollcall> how, Instant now, boolean last) {
        Optional<Row> row = read(true);
        Rollcall before = row.map(Officers::of).orElse(Rollcall.NOBODY);
        Rollcall after = how.apply(before);
        if (after.equals(before)) {
            return true;
        }
        Optional<Long> version = row.flatMap(r -> r.optionalNumber(VERSION));
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table)
                .item(itemOf(after, version.orElse(0L) + 1, now))
                .conditionExpression(version.isEmpty() ? "attribute_not_exists(version)" : "version = :read");
        version.ifPresent(v ->
                put.expressionAttributeValues(Row.draft().number(":read", v).item()));
        try {
            dynamo.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }

    private Optional<Row> read(boolean consistent) {
        Map<String, AttributeValue> item = dynamo.getItem(b -> b.tableName(table)
                        .key(Map.of("id", AttributeValue.fromS(ROW)))
                        .consistentRead(consistent))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(new Row(item));
    }

    private static Map<String, AttributeValue> itemOf(Rollcall rollcall, long version, Instant now) {
        return Row.draft()
                .text("id", ROW)
                .texts(PAIRS, pairs(rollcall.officers()))
                .texts(SEEN, pairs(rollcall.users()))
                .number(VERSION, version)
                .time("updatedAt", now)
                .item();
    }

    private static List<String> pairs(Map<CitizenId, ?> byNumber) {
        return byNumber.entrySet().stream()
                .map(entry -> entry.getKey().text()
                        + BETWEEN
                        + (entry.getValue() instanceof CitizenId user ? user.text() : entry.getValue()))
                .sorted()
                .toList();
    }

    private static Rollcall of(Row row) {
        Map<CitizenId, String> officers = new HashMap<>();
        for (String pair : row.texts(PAIRS)) {
            String[] parts = pair.split(BETWEEN, 2);
            officers.put(new CitizenId(parts[0]), parts[1]);
        }
        Map<CitizenId, CitizenId> users = new HashMap<>();
        for (String pair : row.texts(SEEN)) {
            String[] parts = pair.split(BETWEEN, 2);
            users.put(new CitizenId(parts[0]), new CitizenId(parts[1]));
        }
        return new Rollcall(officers, users);
    }
}
