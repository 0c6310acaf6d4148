package in.suchna.replay;

import in.suchna.store.Row;
import in.suchna.surroundings.AwsClients;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The command that fills the stack's new, empty tables from restored ones. The new tables' streams tell the functions each row
 * as if it were new, so what was under way goes on; what was done is done no second time, because the rows that say so come
 * first. Done twice, it changes nothing, and a row that is newer than the backup stays. No row is written anywhere else.
 */
public final class Refill {

    /** In this order: who was called before the tips, the seals before what is sealed, and all of it before the messages. */
    public static final List<String> TABLES = List.of(
            "Citizens",
            "Officers",
            "Roster",
            "Ledger",
            "Timeline",
            "Attachments",
            "Reveals",
            "Figures",
            "Alerts",
            "Tips",
            "Outbox",
            "Receipts",
            "Messages");

    /** What stands for an argument that is not given. */
    private static final String NONE = "none";

    private static final String USAGE =
            "From which tables to which? mvn -q -Prefill -Dfrom=restored -Dto=suchna-2 copies restored-Tips to suchna-2-Tips"
                    + " and so on; with -Dlate=OLD-MESSAGES-TABLE -Dsince=2026-11-29T06:00:00Z only what that table kept"
                    + " since then";

    /** How many parts a table is read in at once. */
    private static final int SEGMENTS = 8;

    /** What says that a message was worked on, by tables that are no more. */
    private static final List<String> HANDLED = List.of("handledAt", "tip");

    private final DynamoDbClient dynamo;
    private final PrintStream out;

    /** With what it calls; the command and the tests make it alike. */
    public Refill(DynamoDbClient dynamo, PrintStream out) {
        this.dynamo = dynamo;
        this.out = out;
    }

    /** @param arguments how the restored tables' and the new tables' names begin; the old Messages table and a time; {@code none} for what is not given */
    public static void main(String[] arguments) {
        DynamoDbClient dynamo = AwsClients.patient(DynamoDbClient.builder());
        System.exit(new Refill(dynamo, System.out).run(arguments));
    }

    /** Returns 0 when all was copied, 1 when nothing was done. */
    public int run(String... arguments) {
        if (arguments.length < 4
                || arguments[1].equals(NONE)
                || arguments[0].equals(NONE) == arguments[2].equals(NONE)) {
            out.println(USAGE);
            return 1;
        }
        return arguments[2].equals(NONE)
                ? all(arguments[0], arguments[1])
                : late(arguments[2], arguments[1] + "-Messages", arguments[3]);
    }

    private int all(String from, String to) {
        for (String table : TABLES) {
            told(table, copy(from + "-" + table, to + "-" + table, Optional.empty()));
        }
        return 0;
    }

    /** Messages that came after the moment of the backup, from the table they were kept in: they come as if they came now. */
    private int late(String from, String to, String since) {
        try {
            told("late messages", copy(from, to, Optional.of(Instant.parse(since))));
            return 0;
        } catch (DateTimeParseException _) {
            out.println(since + " is no time. " + USAGE);
            return 1;
        }
    }

    private void told(String what, long copied) {
        out.println("%s: %d rows copied.".formatted(what, copied));
    }

    private long copy(String from, String to, Optional<Instant> since) {
        String key = dynamo.describeTable(d -> d.tableName(to))
                .table()
                .keySchema()
                .getFirst()
                .attributeName();
        try (ExecutorService readers = Executors.newFixedThreadPool(SEGMENTS)) {
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < SEGMENTS; i++) {
                int segment = i;
                parts.add(readers.submit(() -> part(from, to, key, segment, since)));
            }
            long copied = 0;
            for (Future<Long> part : parts) {
                copied += part.get();
            }
            return copied;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not all of " + from + " was copied; do it again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Not all of " + from + " was copied; do it again", e);
        }
    }

    private long part(String from, String to, String key, int segment, Optional<Instant> since) {
        long copied = 0;
        for (Map<String, AttributeValue> row : dynamo.scanPaginator(
                        scan -> scan.tableName(from).segment(segment).totalSegments(SEGMENTS))
                .items()) {
            boolean wanted = since.isEmpty() || isKeptSince(row, since.get());
            if (wanted && put(to, key, since.isEmpty() ? row : anew(row))) {
                copied++;
            }
        }
        return copied;
    }

    private static boolean isKeptSince(Map<String, AttributeValue> row, Instant since) {
        return new Row(row)
                .optionalTime("keptAt")
                .filter(at -> !at.isBefore(since))
                .isPresent();
    }

    private static Map<String, AttributeValue> anew(Map<String, AttributeValue> row) {
        Map<String, AttributeValue> anew = new HashMap<>(row);
        HANDLED.forEach(anew::remove);
        return anew;
    }

    private boolean put(String to, String key, Map<String, AttributeValue> row) {
        try {
            dynamo.putItem(put -> put.tableName(to)
                    .item(row)
                    .conditionExpression("attribute_not_exists(#key)")
                    .expressionAttributeNames(Map.of("#key", key)));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
