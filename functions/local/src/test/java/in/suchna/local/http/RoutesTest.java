package in.suchna.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.journal.Journal;
import in.suchna.local.alarm.Metrics;
import in.suchna.local.function.FunctionFailed;
import in.suchna.localaws.template.Event.HttpRoute;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T06:00:00Z"), ZoneOffset.UTC);

    private final List<JsonNode> events = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String answer =
            "{\"statusCode\":200,\"body\":\"fine\",\"headers\":{\"content-type\":\"text/plain\",\"x-own\":\"1\"}}";
    private Javalin server = LocalServer.of(_ -> {});

    @BeforeEach
    void start() {
        Routes routes = new Routes(
                CLOCK,
                new Journal(new PrintStream(OutputStream.nullOutputStream()), CLOCK, "test"),
                new Metrics(CLOCK));
        server = LocalServer.of(config -> {
            routes.add(config, new HttpRoute("Receive", "api", "POST", "/whatsapp"), this::call);
            routes.add(config, new HttpRoute("Show", "api", "GET", "/a/{token}"), this::call);
        });
        server.start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
        http.close();
    }

    private byte[] call(byte[] event) {
        try {
            events.add(JSON.readTree(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer.isEmpty()) {
            throw new FunctionFailed("Webhook", "threw an exception", new IllegalStateException("secret"));
        }
        return answer.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(byte[] body, String contentType) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/whatsapp"))
                        .header("Content-Type", contentType)
                        .header("X-Hub-Signature-256", "sha256=00")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aRequestBecomesAnEventOfPayloadTwo() throws Exception {
        String body = "{\"text\":\"सूचना\"}";

        HttpResponse<String> response = post(body.getBytes(StandardCharsets.UTF_8), "application/json");

        JsonNode event = events.getFirst();
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /whatsapp");
        assertThat(event.at("/headers/x-hub-signature-256").asText()).isEqualTo("sha256=00");
        assertThat(event.path("body").asText()).isEqualTo(body);
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
        assertThat(event.at("/requestContext/timeEpoch").asLong()).isEqualTo(CLOCK.millis());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("fine");
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
        assertThat(response.headers().firstValue("x-own")).contains("1");
    }

    @Test
    void eachAnswerEndsItsConnectionSoThatNoLaterRequestIsLostOnIt() throws Exception {
        assertThat(get("/a/abc").headers().firstValue("connection")).contains("close");
    }

    @Test
    void bytesThatAreNoTextComeInBase64() throws Exception {
        byte[] broken = {(byte) 0xff, 0x00, 0x41};

        post(broken, "application/json");
        post("plain".getBytes(StandardCharsets.UTF_8), "application/octet-stream");

        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue());
        assertThat(Base64.getDecoder().decode(events.getFirst().path("body").asText()))
                .isEqualTo(broken);
    }

    @Test
    void queryAndPathAreHandedOver() throws Exception {
        get("/a/abc?x=1&x=2&y=a%20b");

        JsonNode event = events.getFirst();
        assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=a%20b");
        assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("1,2");
        assertThat(event.at("/queryStringParameters/y").asText()).isEqualTo("a b");
        assertThat(event.at("/pathParameters/token").asText()).isEqualTo("abc");
    }

    @Test
    void aBodyOfThreeMegabytesGetsThroughAndOneOverTheLimitDoesNot() throws Exception {
        assertThat(post(new byte[3 * 1024 * 1024], "application/json").statusCode())
                .isEqualTo(200);
        assertThat(post(new byte[11 * 1024 * 1024], "application/json").statusCode())
                .isEqualTo(413);
        assertThat(events).hasSize(1);
    }

    @Test
    void aFunctionThatFailsIsAnswered500WithoutItsWords() throws Exception {
        answer = "";

        HttpResponse<String> response = post(new byte[] {1}, "application/json");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void anAnswerWithoutStatusIsABody() throws Exception {
        answer = "{\"a\":1}";

        HttpResponse<String> response = post(new byte[] {1}, "application/json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(answer);
    }

    @Test
    void whatHasNoRouteIsNotFound() throws Exception {
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(events).isEmpty();
    }
}
