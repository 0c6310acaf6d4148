package in.suchna.bench;

import in.suchna.local.Arrangement;
import in.suchna.local.Stack;
import in.suchna.localaws.policy.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * What each read that the functions do for a tip, and in a minute's sweeps, costs when the tables hold few rows and when they
 * hold many: read units, as DynamoDB bills them, and the time in DynamoDB Local. Beside it one write into each table.
 */
final class TableCost {
    private static final int PORT = 3097;
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 60;
    private static final int WARM_ROUNDS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack;
    private final DynamoDbClient dynamo;
    private final Map<String, DynamoDbRequest> reads = new ConcurrentSkipListMap<>();
    private final Map<String, List<String>> costs = new TreeMap<>();

    private TableCost(Stack stack) {
        this.stack = stack;
        this.dynamo = stack.aws().dynamo();
    }

    /**
     * @param words {@code tables} or such as {@code tables:rows=1000000}: how many rows each table has in the last of the
     *     measurements; the first has 1,000 and each after it ten times as many
     */
    static void print(String words) throws IOException, InterruptedException {
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
    private void listen() throws IOException, InterruptedException {
        stack.aws().calls().onSuccess(this::note);
        post(Bodies.text("cost", 1, Bodies.URGENT, Instant.now().getEpochSecond()));
        post(Bodies.text("cost", 2, Bodies.CALM, Instant.now().getEpochSecond()));
        settle();
        stack.tick();
        settle();
        stack.aws().calls().onSuccess(_ -> {});
    }

    private void settle() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        do {
            TimeUnit.SECONDS.sleep(2);
        } while (!stack.isIdle() && Instant.now().isBefore(end));
    }

    private void note(Call call) {
        switch (call.request()) {
            case GetItemRequest get -> reads.put("read " + plain(get.tableName()), get);
            case QueryRequest query -> reads.put("query " + plain(query.tableName()) + indexOf(query), query);
            default -> {}
        }
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('-') + 1);
    }

    private static String indexOf(QueryRequest query) {
        return Optional.ofNullable(query.indexName()).map(" by "::concat).orElse("");
    }

    private void post(String text) throws IOException, InterruptedException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url() + "/whatsapp"))
                    .header("Content-Type", "application/json")
                    .header("X-Hub-Signature-256", Bodies.signature(body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("The webhook answered " + status);
            }
        }
    }

    /** Measured and thrown away, until what is measured has been compiled. */
    private void warm(Rows rows) {
        for (int round = 0; round < WARM_ROUNDS; round++) {
            measure(rows);
        }
        costs.clear();
    }

    private void measure(Rows rows) {
        reads.forEach((what, request) -> note(what, () -> ask(request)));
        rows.tables().forEach(table -> note("write " + plain(table), () -> rows.addOne(table)));
    }

    private interface Asked {
        ConsumedCapacity run();
    }

    private void note(String what, Asked asked) {
        long[] micros = new long[ROUNDS];
        List<Double> units = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            units.add(asked.run().capacityUnits());
            micros[round] = (System.nanoTime() - begin) / 1_000;
        }
        Arrays.sort(micros);
        costs.computeIfAbsent(what, _ -> new ArrayList<>())
                .add("%4.1f units %6d µs".formatted(units.getLast(), micros[ROUNDS / 2]));
    }

    private ConsumedCapacity ask(DynamoDbRequest request) {
        return switch (request) {
            case GetItemRequest get ->
                dynamo.getItem(get.toBuilder()
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .build())
                        .consumedCapacity();
            case QueryRequest query ->
                dynamo.query(query.toBuilder()
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .build())
                        .consumedCapacity();
            default -> throw new IllegalStateException("Only reads are noted");
        };
    }
}
