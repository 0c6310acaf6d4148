package in.suchna.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.HotSpotDiagnosticMXBean;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Function;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A process that runs every function but those that may see a sender, on what the door has kept, and then writes down its
 * memory: {@code memory.hprof}; and once more with a word planted in it: {@code planted.hprof}.
 */
final class BehindTheDoor {
    /** The door, the one that writes to senders, and the one that shows a number to two people who asked for it. */
    static final Set<String> MAY_SEE_A_SENDER = Set.of("Webhook", "Reply", "RevealApprove");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private BehindTheDoor() {}

    /** Arguments: the kept folder, the template, how many tips are awaited, the text to plant turned back to front. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Arrangement arrangement = new Arrangement(
                Path.of(args[1]),
                Ports.free(),
                Optional.of(folder.resolve(".suchna")),
                true,
                Map.of(),
                Clock.systemUTC(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try (Stack stack = Stack.start(arrangement, function -> !MAY_SEE_A_SENDER.contains(function.logicalId()))) {
            awaitTips(stack, Integer.parseInt(args[2]));
            stack.tick();
            look(stack);
            dump(folder.resolve("memory.hprof"));
            String planted = new StringBuilder(args[3]).reverse().toString();
            dump(folder.resolve("planted.hprof"));
            System.out.println("planted " + planted.length());
        }
        // the server's threads need no time to end in a process that ends
        System.exit(0);
    }

    private static void awaitTips(Stack stack, int tips) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (stack.tables().newest("Tips", Integer.MAX_VALUE).size() < tips || !stack.isIdle()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The tips did not come within " + LIMIT.toSeconds() + " seconds");
            }
            Thread.sleep(200);
        }
    }

    /** As an admin does: the queue, then each tip. */
    private static void look(Stack stack) throws IOException, InterruptedException {
        Function desk = stack.aws().template().function("Desk");
        String endpoint = Account.arn("lambda", "function:" + desk.name()) + ":live";
        try (HttpClient http = HttpClient.newHttpClient()) {
            look(stack, http, endpoint);
        }
    }

    private static void look(Stack stack, HttpClient http, String endpoint) throws IOException, InterruptedException {
        ask(http, stack.url(), endpoint, "queue", "");
        List<String> references = stack.tables().newest("Tips", Integer.MAX_VALUE).stream()
                .map(tip -> tip.path("reference").asText())
                .toList();
        for (String reference : references) {
            ask(http, stack.url(), endpoint, "tip", reference);
        }
    }

    private static void ask(HttpClient http, String url, String endpoint, String widget, String tip)
            throws IOException, InterruptedException {
        ObjectNode call = JSON.createObjectNode().put("endpoint", endpoint);
        call.putObject("event").put("view", widget).put("reference", tip);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/desk/call"))
                        .POST(HttpRequest.BodyPublishers.ofString(call.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains(tip)) {
            throw new IllegalStateException("The desk answered " + answer.statusCode() + " for " + widget);
        }
    }

    /** With all that is no longer used but not yet overwritten. */
    private static void dump(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), false);
    }
}
