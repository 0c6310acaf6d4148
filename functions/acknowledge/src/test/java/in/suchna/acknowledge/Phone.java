package in.suchna.acknowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Ladders;
import in.suchna.duty.Links;
import in.suchna.duty.Unit;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.lookout.Lookout;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.store.Retention;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** An officer's phone for the tests: tips climb, and the links of their SMS are opened and pressed. */
final class Phone implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-11-24T18:30:00Z");
    static final Thana KURUD = new Thana("Kurud");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private Instant now = BEGIN;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    final LocalAws aws = LocalAws.inMemory(Path.of("../../template.yaml"), Map.of(), clock);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Acknowledge function = new Acknowledge(
            aws.settingsOf("Acknowledge"),
            clock,
            new Journal(Lookout.log(log), clock, "acknowledge"),
            aws.clientOf("Acknowledge", DynamoDbClient.class),
            aws.clientOf("Acknowledge", SsmClient.class));
    private final Ladders ladders = Ladders.ofResources();
    private final Random draw = new Random(3);

    void itIs(Instant time) {
        now = time;
    }

    /** A tip that has just become urgent. */
    Climb climb(Priority priority) {
        return climb(priority, Reference.draw(draw), 0);
    }

    Climb climb(Priority priority, Reference reference, int raise) {
        Climb climb = new Climb(
                reference,
                raise,
                priority,
                Category.VIOLENCE,
                Optional.of(KURUD),
                now,
                ClimbState.CLIMBING,
                0,
                List.of(),
                0);
        return climbs().save(climb, climb.dueAt(ladders.of(climb))).orElseThrow();
    }

    /** An officer's alert, and the token of its link. */
    String token(Climb climb, String officer, Unit unit) {
        Alert alert = new Alert(
                climb.reference(),
                climb.raise(),
                0,
                officer,
                unit,
                climb.priority(),
                climb.thana(),
                AlertState.PENDING,
                0,
                now,
                now);
        alerts().raise(alert);
        return links().tokenOf(alert);
    }

    private Links links() {
        String name = aws.settingsOf("Acknowledge").text("LINK_SECRET");
        String secret = aws.ssm()
                .getParameters(ask -> ask.names(name).withDecryption(true))
                .parameters()
                .getFirst()
                .value();
        return new Links(secret.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode open(String token) {
        return call(request("GET", token));
    }

    JsonNode press(String token, String word) {
        return call(request("POST", token)
                .put("isBase64Encoded", true)
                .put("body", Base64.getEncoder().encodeToString(("word=" + word).getBytes(StandardCharsets.UTF_8))));
    }

    static ObjectNode request(String method, String token) {
        ObjectNode event = JSON.createObjectNode();
        event.putObject("pathParameters").put("token", token);
        event.putObject("requestContext").putObject("http").put("method", method);
        return event;
    }

    JsonNode call(ObjectNode event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, null);
            return JSON.readTree(Lookout.page("acknowledge", answer.toString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClimbState stateOf(Climb climb) {
        return climbs().find(climb.reference(), climb.raise()).orElseThrow().state();
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    Climbs climbs() {
        return new Climbs(aws.dynamo(), aws.table("Alerts"), Retention.ofDays(400));
    }

    Alerts alerts() {
        return new Alerts(aws.dynamo(), aws.table("Alerts"), Retention.ofDays(400));
    }

    @Override
    public void close() {
        aws.close();
    }
}
