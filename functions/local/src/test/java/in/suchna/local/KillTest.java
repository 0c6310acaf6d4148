package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.lookout.Lookout;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_LETTERS = 60;
    private static final int SENDERS = 3;
    private static final int LATEST_KILL_MILLIS = 2_000;
    private static final String URGENT = "talwar lekar log maar rahe hain, khoon nikal raha hai, house number ";

    private final Queue<Integer> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answered = new ConcurrentLinkedQueue<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Process start(Path folder, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--headless",
                        "--keep",
                        "--port=" + port,
                        "--template=" + TEMPLATE)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private boolean isUp(int port) {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/up"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts one letter after the other until the other side is dead. */
    private void send(Postman postman, AtomicInteger next) {
        try {
            for (int n = next.getAndIncrement(); n < MOST_LETTERS; n = next.getAndIncrement()) {
                sent.add(n);
                if (postman.post(Letter.of(200 + n, URGENT + n).body()) == 200) {
                    answered.add(n);
                }
            }
        } catch (IOException | InterruptedException _) {
            // killed
        }
    }

    private void sendUntilKilled(Process process, Postman postman, long afterMillis) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(() -> send(postman, next));
            }
            await().atMost(PATIENCE).until(() -> !answered.isEmpty());
            process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void everyMessageAnswered200BeforeAKillAtAnyMomentEndsAsATipWithAnswerAndSms(@TempDir Path folder)
            throws Exception {
        long killAfter = new Random().nextLong(LATEST_KILL_MILLIS);
        int port = Ports.free();
        Process killed = start(folder, port);
        try {
            await().atMost(PATIENCE).until(() -> isUp(port));
            sendUntilKilled(killed, new Postman(http, "http://localhost:" + port), killAfter);
        } finally {
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        // later by the clock, so that what was claimed by the dead is due again
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(30));
        Arrangement again = new Arrangement(
                TEMPLATE,
                Ports.free(),
                Optional.of(folder.resolve(".suchna")),
                false,
                Map.of(),
                later,
                Lookout.log(OutputStream.nullOutputStream()));
        try (Stack stack = Stack.start(again)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                stack.tick();
                everyLetterIsDone(stack, killAfter);
            });
        }
    }

    private void everyLetterIsDone(Stack stack, long killAfter) {
        List<JsonNode> tips = stack.tables().newest("Tips", Integer.MAX_VALUE);
        Map<String, String> references = tips.stream()
                .collect(Collectors.toMap(
                        tip -> tip.path("text").asText(),
                        tip -> tip.path("reference").asText()));
        Set<String> toldBack = stack.tables().newest("Outbox", Integer.MAX_VALUE).stream()
                .filter(row -> List.of("sent", "delivered", "read")
                        .contains(row.path("status").asText()))
                .map(row -> row.path("about").asText())
                .collect(Collectors.toSet());
        String inbox = stack.inbox().all().toString();
        assertThat(answered)
                .as("killed %d ms after the first answer", killAfter)
                .allSatisfy(n -> {
                    String reference = references.get(URGENT + n);
                    assertThat(reference).as("tip of letter %d", n).isNotNull();
                    assertThat(toldBack).contains(reference);
                    assertThat(inbox).contains(reference);
                });
        assertThat(references.keySet())
                .hasSameSizeAs(tips)
                .isSubsetOf(sent.stream().map(n -> URGENT + n).toList());
    }
}
