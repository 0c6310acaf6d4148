package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.local.http.LocalServer;
import in.suchna.localaws.MovingClock;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** WhatsApp with a webhook that notes what it hears, a clock set by hand, and a timer that never waits. */
final class Site implements AutoCloseable {
    static final String SECRET = "an-app-secret";
    static final String NUMBER = "100000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    final List<byte[]> raw = new CopyOnWriteArrayList<>();
    final List<String> signatures = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final Queue<Integer> answers = new ArrayDeque<>();
    final WhatsApp whatsapp;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Javalin server;
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T06:30:00Z"));

    Site() {
        Later atOnce = (pause, work) -> {
            pauses.add(pause);
            work.run();
        };
        WhatsApp.Account account = new WhatsApp.Account(
                BusinessNumber.invented(NUMBER), SECRET, Set.of("tip_update"), () -> URI.create(url()));
        this.whatsapp = new WhatsApp(
                account, clock, new Random(11), http, atOnce, List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        this.server = LocalServer.of(config -> {
            whatsapp.register(config.routes);
            config.routes.post("/whatsapp", this::hear);
        });
        server.start(0);
    }

    private void hear(Context context) throws IOException {
        raw.add(context.bodyAsBytes());
        signatures.add(Optional.ofNullable(context.header(Signer.HEADER)).orElse(""));
        Integer answer = answers.poll();
        if (answer == null) {
            heard.add(JSON.readTree(context.bodyAsBytes()).at("/entry/0/changes/0/value"));
        }
        context.status(answer == null ? 200 : answer);
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    Phone phone(String key) {
        return whatsapp.phones().find(key).orElseThrow();
    }

    void pass(Duration time) {
        clock.move(time);
    }

    /** What the webhook heard last of a message: its status. */
    List<JsonNode> statuses() {
        return heard.stream()
                .flatMap(value -> Optional.ofNullable(value.at("/statuses/0")).stream())
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Sends by the Graph API. */
    Answer send(String message) throws IOException, InterruptedException {
        return send(message, "Bearer a-token");
    }

    Answer send(String message, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + "/graph/v26.0/" + NUMBER + "/messages"))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(message));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    HttpResponse<byte[]> get(URI address, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    record Answer(int status, JsonNode body) {
        int code() {
            return body.at("/error/code").asInt();
        }

        String wamid() {
            return body.at("/messages/0/id").asText();
        }
    }

    @Override
    public void close() {
        server.stop();
        http.close();
    }
}
