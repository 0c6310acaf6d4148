package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LETTERS = 20;
    private static final String URGENT = "talwar lekar log maar rahe hain, khoon nikal raha hai, house number ";

    private final HttpClient http = HttpClient.newBuilder()
            // the local server closes on an offer of HTTP/2
            .version(HttpClient.Version.HTTP_1_1)
            .build();

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

    @Test
    void everyMessageAnswered200BeforeAKillEndsAsATipWithAnswerAndSms(@TempDir Path folder) throws Exception {
        int port = Ports.free();
        Process killed = start(folder, port);
        try {
            await().atMost(PATIENCE).until(() -> isUp(port));
            Postman postman = new Postman(http, "http://localhost:" + port);
            for (int i = 0; i < LETTERS; i++) {
                assertThat(postman.post(Letter.of(200 + i, URGENT + i).body())).isEqualTo(200);
            }
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
                new PrintStream(OutputStream.nullOutputStream()));
        try (Stack stack = Stack.start(again)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                stack.tick();
                everyLetterIsDone(stack);
            });
        }
    }

    private static void everyLetterIsDone(Stack stack) {
        List<JsonNode> tips = stack.tables().newest("Tips", Integer.MAX_VALUE);
        Set<String> told = tips.stream().map(tip -> tip.path("text").asText()).collect(Collectors.toSet());
        Set<String> answered = stack.tables().newest("Outbox", Integer.MAX_VALUE).stream()
                .filter(row -> List.of("sent", "delivered", "read")
                        .contains(row.path("status").asText()))
                .map(row -> row.path("about").asText())
                .collect(Collectors.toSet());
        String inbox = stack.inbox().all().toString();
        for (int i = 0; i < LETTERS; i++) {
            assertThat(told).contains(URGENT + i);
        }
        assertThat(tips).hasSize(LETTERS).allSatisfy(tip -> {
            String reference = tip.path("reference").asText();
            assertThat(answered).contains(reference);
            assertThat(inbox).contains(reference);
        });
    }
}
