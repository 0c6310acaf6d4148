package in.suchna.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.template.Function;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the start of a process to the first answer, under the program that Lambda itself runs a Java function with. Each jar
 * is what is deployed; beside the webhook stands the smallest handler of the same SDK. By turns, so that whatever else the
 * machine does meets all alike.
 */
final class ColdStart {
    private static final int TURNS = 7;
    private static final String WEBHOOK = "in.suchna.webhook.Webhook";
    private static final String NO_RECORDS = "{\"Records\":[]}";

    private final LocalAws aws;
    private final AwsByHttp http;
    private final Path scratch;
    private final Jars jars;
    private final String knock;

    private ColdStart(LocalAws aws, AwsByHttp http, Path scratch) throws IOException {
        this.aws = aws;
        this.http = http;
        this.scratch = scratch;
        this.jars = new Jars(scratch);
        this.knock = new String(Bodies.knock("cold", 1), StandardCharsets.UTF_8);
    }

    /** How a process is started. */
    private record Way(
            String name, String function, String handler, List<String> options, boolean snapshot, String event) {
        Way with(String option) {
            return new Way(name, function, handler, List.of(option), snapshot, event);
        }
    }

    static void print() throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("cold");
        try (LocalAws aws = LocalAws.inMemory(Path.of("template.yaml"), Map.of(), Clock.systemUTC());
                AwsByHttp http = new AwsByHttp(aws)) {
            ColdStart cold = new ColdStart(aws, http, scratch);
            cold.jars();
            cold.compare();
            cold.others();
        }
    }

    private void jars() throws IOException, InterruptedException {
        System.out.println("jars and classes loaded until the first answer:");
        for (String function :
                List.of("webhook", "intake", "reply", "alert", "acknowledge", "evidence", "notary", "desk", "reveal")) {
            System.out.printf("  %-12s %,6d kB%n", function, Files.size(jars.of(function)) / 1024);
        }
        for (Way way : List.of(smallest(""), webhook(""))) {
            Path list = scratch.resolve("classes.txt");
            run(way.with("-Xlog:class+load:file=" + list));
            try (Stream<String> lines = Files.lines(list)) {
                System.out.printf("  %-12s %,6d classes%n", way.name, lines.count());
            }
        }
    }

    private Way smallest(String how) {
        return way("smallest " + how, Smallest.class.getName(), false);
    }

    private Way webhook(String how) {
        return way("webhook " + how, WEBHOOK, false);
    }

    private Way way(String name, String handler, boolean snapshot) {
        return new Way(name.strip(), "webhook", handler, List.of(), snapshot, knock);
    }

    private void compare() throws IOException, InterruptedException {
        List<Way> ways = List.of(
                smallest(""),
                webhook(""),
                cached(smallest("with AOT cache")),
                cached(webhook("with AOT cache")),
                way("smallest restored", Smallest.class.getName(), true),
                way("webhook restored, primed", WEBHOOK, true));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Way way : ways) {
                times.computeIfAbsent(way.name, _ -> new ArrayList<>()).add(run(way));
            }
        }
        System.out.println(
                "ms to the first answer, median of " + TURNS + " (least to most); restored: from the snapshot on:");
        times.forEach((name, took) -> System.out.printf("  %-22s %s%n", name, told(took)));
        System.out.printf(
                "webhook against the smallest handler: %.2f; with AOT cache %.2f; restored and primed against restored %.2f%n",
                ratio(times, ways.get(1), ways.get(0)),
                ratio(times, ways.get(3), ways.get(2)),
                ratio(times, ways.get(5), ways.get(4)));
    }

    private static double ratio(Map<String, List<Double>> times, Way way, Way beside) {
        return median(times.getOrDefault(way.name, List.of())) / median(times.getOrDefault(beside.name, List.of()));
    }

    /** The functions that streams call, with an empty batch: their classes and clients, no AWS call. */
    private void others() throws IOException, InterruptedException {
        System.out.println("ms to the answer to an empty batch, median of 3:");
        for (String function : List.of("Intake", "Reply", "Evidence", "Notary")) {
            String handler = aws.template().function(function).handler();
            Way way = new Way(function, function.toLowerCase(Locale.ROOT), handler, List.of(), false, NO_RECORDS);
            List<Double> took = new ArrayList<>();
            for (int turn = 0; turn < 3; turn++) {
                took.add(run(way));
            }
            System.out.printf("  %-12s %s%n", function, told(took));
        }
    }

    /** The same with a cache of what a first run had loaded and linked. */
    private Way cached(Way way) throws IOException, InterruptedException {
        Path cache = scratch.resolve(way.name.replace(' ', '-') + ".aot");
        run(way.with("-XX:AOTCacheOutput=" + cache));
        if (!Files.exists(cache)) {
            throw new IllegalStateException("No AOT cache was written for " + way.name);
        }
        return way.with("-XX:AOTCache=" + cache);
    }

    /** Milliseconds to the first answer. */
    private double run(Way way) throws IOException, InterruptedException {
        try (RuntimeApi api = new RuntimeApi(way.event.getBytes(StandardCharsets.UTF_8))) {
            Path log = scratch.resolve("log.txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command(way)).redirectErrorStream(true).redirectOutput(log.toFile());
            environment(builder.environment(), way, api);
            long begin = System.nanoTime();
            Process process = builder.start();
            try {
                RuntimeApi.Answered answered = api.awaitAnswer();
                if (answered.body().contains("\"statusCode\":5")
                        || answered.body().contains("itemIdentifier")) {
                    throw new IllegalStateException(way.name + " answered " + answered.body());
                }
                return (answered.at() - (way.snapshot ? answered.restoredAt() : begin)) / 1e6;
            } catch (IllegalStateException e) {
                throw new IllegalStateException(way.name + " said: " + Files.readString(log), e);
            } finally {
                process.destroy();
                process.waitFor(60, TimeUnit.SECONDS);
            }
        }
    }

    private List<String> command(Way way) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(way.options);
        if (!way.snapshot) {
            // as Lambda starts Java without a snapshot
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-cp", classPath(way), AWSLambda.class.getName(), way.handler + "::handleRequest"));
        return command;
    }

    private String classPath(Way way) {
        Stream<Path> runtime =
                Stream.of(AWSLambda.class, PojoSerializer.class, Context.class).map(Jars::home);
        Stream<Path> own = way.handler.equals(Smallest.class.getName()) ? Stream.of(jars.smallest()) : Stream.of();
        return Stream.of(runtime, own, Stream.of(jars.of(way.function)))
                .flatMap(paths -> paths)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void environment(Map<String, String> environment, Way way, RuntimeApi api) {
        String id = aws.template().functions().values().stream()
                .filter(function -> function.handler().equals(way.handler))
                .map(Function::logicalId)
                .findFirst()
                .orElse("Webhook");
        environment.putAll(aws.settingsOf(id).variables());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", way.function);
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "none");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "none");
        environment.put("AWS_REGION", "ap-south-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_ENDPOINT_URL", http.url());
        environment.put("_HANDLER", way.handler + "::handleRequest");
        environment.put("LAMBDA_TASK_ROOT", scratch.toString());
        if (way.snapshot) {
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        }
    }

    private static String told(List<Double> took) {
        List<Double> sorted = took.stream().sorted().toList();
        return "%,.0f (%,.0f to %,.0f)".formatted(median(took), sorted.getFirst(), sorted.getLast());
    }

    private static double median(List<Double> took) {
        return took.stream().sorted().toList().get(took.size() / 2);
    }
}
