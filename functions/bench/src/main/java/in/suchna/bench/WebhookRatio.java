package in.suchna.bench;

import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.webhook.Webhook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The webhook's whole handling of one message beside a bare conditional PutItem of the very item it writes: over HTTP by the
 * client that it has in Lambda, and with DynamoDB in the same process, where a write costs next to nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("rawtypes") // JMH's Result
public class WebhookRatio {
    private static final double BAR = 1.1;
    private static final int FORKS = 2;
    private static final int WARM = 6;
    private static final int COUNTED = 8;

    /** How DynamoDB is reached. */
    @Param
    public Way way = Way.HTTP;

    /** Ways to DynamoDB. */
    public enum Way {
        /** As in Lambda, but to this machine. */
        HTTP,
        /** In this process, without a request being written, signed or read. */
        WITHIN
    }

    private @Nullable DynamoByHttp http;
    private @Nullable LocalAws aws;
    private @Nullable Webhook webhook;
    private @Nullable DynamoDbClient dynamo;
    private Map<String, AttributeValue> item = Map.of();
    private String table = "";
    private Map<String, AttributeValue> bareItem = Map.of();
    private byte[] event = new byte[0];
    private long n;

    /** Starts DynamoDB and learns the item from one message that was handled. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        Clock clock = Clock.systemUTC();
        LocalAws within = LocalAws.inMemory(Path.of("template.yaml"), Map.of(), clock);
        aws = way == Way.HTTP ? byHttp(within, clock) : within;
        dynamo = aws.clientOf("Webhook", DynamoDbClient.class);
        table = aws.table("Messages");
        webhook = new Webhook(
                aws.settingsOf("Webhook"),
                clock,
                new Journal(
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        clock,
                        "webhook"),
                new SecureRandom(),
                dynamo,
                aws.clientOf("Webhook", KmsClient.class),
                aws.clientOf("Webhook", SsmClient.class));
        prepare();
        webhook();
        item = aws.dynamo().scan(b -> b.tableName(table)).items().getFirst();
    }

    private LocalAws byHttp(LocalAws within, Clock clock) throws IOException {
        within.close();
        DynamoByHttp server = new DynamoByHttp(within.template());
        http = server;
        return LocalAws.around(within.template(), server.client(), within.kms(), clock);
    }

    /** What WhatsApp and API Gateway do is not the webhook's time, and neither is copying the bare item. */
    private void prepare() throws IOException {
        n++;
        event = Bodies.knock("bench", n);
        bareItem = new HashMap<>(item);
        bareItem.put("id", AttributeValue.fromS("bare-" + n));
    }

    /** What the two took in one iteration, in nanoseconds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Spent {
        public long webhook;
        public long barePut;
    }

    /**
     * One message through the webhook (parse, check, seal, mask, keep), then the same item under another key,
     * conditionally, and nothing else: by turns, so that whatever else the machine does meets both alike.
     */
    @Benchmark
    public Object pair(Spent spent) throws IOException {
        prepare();
        long begin = System.nanoTime();
        webhook();
        spent.webhook += System.nanoTime() - begin;
        // as long a pause before the one as before the other, for DynamoDB's threads fall asleep meanwhile
        prepare();
        begin = System.nanoTime();
        Object kept = barePut();
        spent.barePut += System.nanoTime() - begin;
        return kept;
    }

    @SuppressWarnings("NullAway") // JMH calls open() first, and Lambda's context is not used
    private void webhook() throws IOException {
        webhook.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), null);
    }

    @SuppressWarnings("NullAway") // JMH calls open() first
    private Object barePut() {
        return dynamo.putItem(b -> b.tableName(table).item(bareItem).conditionExpression("attribute_not_exists(id)"));
    }

    /** Stops DynamoDB. */
    @TearDown(Level.Trial)
    public void close() {
        if (aws != null) {
            aws.close();
        }
        if (http != null) {
            http.close();
        }
    }

    static void print() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(WebhookRatio.class.getName())
                        .forks(FORKS)
                        .jvmArgs("--enable-native-access=ALL-UNNAMED", "-Xmx448m")
                        .warmupIterations(WARM)
                        .warmupTime(TimeValue.seconds(5))
                        .measurementIterations(COUNTED)
                        .measurementTime(TimeValue.seconds(5))
                        .build())
                .run();
        for (RunResult run : results) {
            print(run);
        }
    }

    private static void print(RunResult run) {
        List<Double> ratios = run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(WebhookRatio::ratio)
                .sorted()
                .toList();
        System.out.printf(
                "webhook against a bare conditional PutItem, %s, %d iterations: ratio %.2f (%.2f to %.2f; bar over HTTP %.1f)%n",
                run.getParams().getParam("way"),
                ratios.size(),
                ratios.get(ratios.size() / 2),
                ratios.getFirst(),
                ratios.getLast(),
                BAR);
    }

    private static double ratio(IterationResult iteration) {
        return nanos(iteration, "webhook") / nanos(iteration, "barePut");
    }

    private static double nanos(IterationResult iteration, String name) {
        Map<String, Result> spent = iteration.getSecondaryResults();
        return Objects.requireNonNull(spent.get(name), name).getScore();
    }
}
