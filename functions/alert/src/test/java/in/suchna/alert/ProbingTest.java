package in.suchna.alert;

import static in.suchna.alert.Night.CONTROL_ROOM_NUMBER;
import static in.suchna.alert.Night.OF_KURUD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import in.suchna.citizen.CitizenId;
import in.suchna.journal.Journal;
import in.suchna.lookout.Lookout;
import in.suchna.seal.Signature;
import in.suchna.store.Probes;
import in.suchna.surroundings.Settings;
import in.suchna.tip.Priority;
import in.suchna.tip.Tip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbingTest {
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(7);

    private final Night night = new Night();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream journal = new ByteArrayOutputStream();
    private final List<byte[]> heard = new ArrayList<>();
    private Optional<String> signature = Optional.empty();
    private int answer = 200;
    private HttpServer door;

    @BeforeAll
    void openDoor() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/whatsapp", exchange -> {
            heard.add(exchange.getRequestBody().readAllBytes());
            signature = Optional.ofNullable(exchange.getRequestHeaders().getFirst(Signature.HEADER));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        door.start();
    }

    @BeforeEach
    void begin() {
        night.begin();
        heard.clear();
        journal.reset();
        answer = 200;
    }

    @AfterAll
    void end() {
        door.stop(0);
        http.close();
        night.close();
    }

    private Probes probes() {
        return new Probes(night.aws.dynamo(), night.aws.table("Alerts"));
    }

    /** A probe, with the clock moving while it waits; the alerts hear of it when it has waited long enough, if they live. */
    private void probe(boolean alertsLive, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(night.aws.settingsOf("Probe").variables());
        all.put(
                "PROBE_URL",
                "http://localhost:%d/whatsapp".formatted(door.getAddress().getPort()));
        all.putAll(settings);
        Instant begun = night.clock.instant();
        Probing probing = new Probing(
                new Settings(all),
                night.clock,
                new Journal(Lookout.log(journal), night.clock, "probe"),
                new SecureRandom(),
                http,
                night.aws.clientOf("Probe", DynamoDbClient.class),
                night.aws.clientOf("Probe", SnsClient.class),
                night.aws.clientOf("Probe", SsmClient.class),
                length -> {
                    night.clock.move(length);
                    if (alertsLive && !night.clock.instant().isBefore(begun.plus(ON_ITS_WAY))) {
                        probes().arrived(begun, night.clock.instant());
                    }
                });
        probing.handleRequest(
                new ByteArrayInputStream("{\"sweep\":\"probe\"}".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                null);
    }

    private String told() {
        return journal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aProbeIsAMessageThatOnlyWhoHoldsTheAppSecretCanSend() throws IOException {
        probe(true, Map.of());
        assertThat(heard).hasSize(1);
        byte[] body = heard.getFirst();
        assertThat(new Signature(night.aws.secret("AppSecretName")).isOf(body, signature))
                .isTrue();
        JsonNode message = new ObjectMapper().readTree(body).at("/entry/0/changes/0/value/messages/0");
        assertThat(message.path("type").asText()).isEqualTo("suchna_probe");
        assertThat(message.has("from")).isFalse();
    }

    @Test
    void oneThatArrivesIsSilent() throws IOException {
        probe(true, Map.of());
        assertThat(told()).contains("probe-arrived", "\"millis\":8000").doesNotContain("ProbesLost");
        assertThat(night.sms()).isEmpty();
    }

    @Test
    void oneThatDoesNotComeOutBehindTheWebhookIsToldToTheControlRoom() throws IOException {
        probes().arrived(night.clock.instant().minus(Duration.ofHours(1)), night.clock.instant());
        Instant begun = night.clock.instant();
        probe(false, Map.of());

        assertThat(Duration.between(begun, night.clock.instant())).isEqualTo(Probing.PATIENCE);
        assertThat(told()).contains("\"ProbesLost\":1", "behind-the-webhook").doesNotContain("5555");
        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        assertThat(night.sms().getFirst().text()).contains("the test tip of 0000 hrs 25 Nov did not arrive");
        assertThat(night.sms().getFirst().attributes())
                .containsEntry(
                        "AWS.MM.SMS.TemplateId", night.aws.settingsOf("Probe").text("DLT_PROBE_TEMPLATE_ID"));
    }

    @Test
    void aWebhookThatDoesNotTakeItIsToldAtOnce() throws IOException {
        answer = 500;
        Instant begun = night.clock.instant();
        probe(true, Map.of());
        assertThat(night.clock.instant()).isEqualTo(begun);
        assertThat(told()).contains("\"ProbesLost\":1", "webhook-500");
        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
    }

    @Test
    void aDoorThatIsNotThereIsTold() throws IOException {
        probe(true, Map.of("PROBE_URL", "http://localhost:1/whatsapp"));
        assertThat(told()).contains("\"ProbesLost\":1", "before-the-webhook");
        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
    }

    @Test
    void withoutARegisteredTextTheAlarmAloneTells() throws IOException {
        answer = 500;
        probe(true, Map.of("DLT_PROBE_TEMPLATE_ID", ""));
        assertThat(told()).contains("\"ProbesLost\":1");
        assertThat(night.sms()).isEmpty();
    }

    @Test
    void theAlertsNoteThatItArrivedAndRingNobody() {
        Tip probe = probeTip(night.tip(Priority.CRITICAL));
        night.tell(probe);
        night.pass(20);

        assertThat(probes().lastKept()).contains(probe.createdAt());
        assertThat(night.sms()).isEmpty();
        assertThat(night.outbox()).isEmpty();
        assertThat(night.alertsOf(probe)).isEmpty();
        assertThat(night.climbs().of(probe.reference())).isEmpty();
        assertThat(night.journal())
                .contains("\"ProbesArrived\":1", "\"wouldCall\":2")
                .doesNotContain("AlertsSent")
                .doesNotContain(OF_KURUD.id());
    }

    private static Tip probeTip(Tip tip) {
        return new Tip(
                tip.reference(),
                CitizenId.PROBE,
                tip.language(),
                tip.status(),
                tip.judgement(),
                tip.text(),
                tip.parts(),
                tip.urgentSince(),
                tip.raises(),
                tip.createdAt(),
                tip.updatedAt(),
                tip.version());
    }
}
