package in.suchna.bench;

import in.suchna.local.Arrangement;
import in.suchna.local.Stack;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Units;
import in.suchna.seal.Pepper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What each read that the functions do for a tip, and in a minute's sweeps, costs when the tables hold few rows and when they
 * hold many: read units, as DynamoDB bills them, and the time in DynamoDB Local. Beside it one write into each table.
 */
final class TableCost {
    private static final int PORT = 3097;
    private static final LoadPlan ONE_URGENT_OF_TWO = new LoadPlan(2, 1, 2, 1);
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 60;
    private static final int WARM_ROUNDS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack;
    private final DynamoDbClient dynamo;
    private final Map<String, SdkRequest> reads = new ConcurrentSkipListMap<>();
    private final Map<String, List<String>> costs = new TreeMap<>();

    private TableCost(Stack stack) {
        this.stack = stack;
        this.dynamo = stack.aws().dynamo();
    }

    /**
     * @param words {@code tables} or such as {@code tables:rows=1000000}: how many rows each table has in the last of the
     *     measurements; the first has 1,000 and each after it ten times as many
     */
    static void print(String words) throws InterruptedException {
        int most = words.contains("=") ? Integer.parseInt(words.substring(words.indexOf('=') + 1)) : ROWS;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Arrangement arrangement = new Arrangement(
                Path.of("template.yaml"), PORT, Optional.empty(), false, Map.of(), Clock.systemUTC(), nowhere);
        try (Stack stack = Stack.start(arrangement)) {
            TableCost cost = new TableCost(stack);
            cost.listen();
            Rows rows = new Rows(stack.aws());
            int before = 0;
            for (int size = 1_000; size <= most; size *= 10) {
                rows.add(size - before);
                before = size;
                if (cost.costs.isEmpty()) {
                    cost.warm(rows);
                }
                cost.measure(rows);
                System.out.printf("measured at %,d rows a table%n", size);
            }
            cost.costs.forEach((what, each) -> System.out.printf("%-58s %s%n", what, String.join("  ", each)));
        }
    }

    /** Lives an urgent tip and the sweeps after it, and notes each kind of read. */
    private void listen() throws InterruptedException {
        stack.aws().calls().onSuccess(this::note);
        Pepper pepper = new Pepper(stack.aws().secret("PepperName").getBytes(StandardCharsets.UTF_8));
        Sending sending = new Sending(stack.url() + "/whatsapp", pepper, ONE_URGENT_OF_TWO, () -> {});
        sending.send("cost", 1, ONE_URGENT_OF_TWO.bodies(), ONE_URGENT_OF_TWO.rate(), ONE_URGENT_OF_TWO.batch());
        if (sending.givenUp() > 0) {
            throw new IllegalStateException("The webhook did not take the messages whose reads are to be measured");
        }
        settle();
        stack.tick();
        settle();
    }

    private void settle() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        do {
            TimeUnit.SECONDS.sleep(2);
        } while (!stack.isIdle() && Instant.now().isBefore(end));
    }

    private void note(Call call) {
        switch (call.request()) {
            case GetItemRequest get -> reads.put("read " + plain(get.tableName()), Units.asked(get));
            case QueryRequest query ->
                reads.put("query " + plain(query.tableName()) + indexOf(query), Units.asked(query));
            default -> {}
        }
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('-') + 1);
    }

    private static String indexOf(QueryRequest query) {
        return Optional.ofNullable(query.indexName()).map(" by "::concat).orElse("");
    }

    /** Measured and thrown away, until what is measured has been compiled. */
    private void warm(Rows rows) {
        for (int round = 0; round < WARM_ROUNDS; round++) {
            measure(rows);
        }
        costs.clear();
    }

    private void measure(Rows rows) {
        // the schedules' sweeps go on, and are heard
        Map.copyOf(reads).forEach((what, request) -> note(what, () -> ask(request)));
        rows.tables().forEach(table -> note("write " + plain(table), () -> rows.addOne(table)));
    }

    private void note(String what, DoubleSupplier asked) {
        long[] micros = new long[ROUNDS];
        double units = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            units = asked.getAsDouble();
            micros[round] = (System.nanoTime() - begin) / 1_000;
        }
        Arrays.sort(micros);
        costs.computeIfAbsent(what, _ -> new ArrayList<>())
                .add("%4.1f units %6d µs".formatted(units, micros[ROUNDS / 2]));
    }

    private double ask(SdkRequest request) {
        return Units.of(
                switch (request) {
                    case GetItemRequest get -> dynamo.getItem(get);
                    case QueryRequest query -> dynamo.query(query);
                    default -> throw new IllegalStateException("Only reads are noted");
                });
    }
}
