package in.suchna.alert;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.seal.Signature;
import in.suchna.store.Probes;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Pause;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Woken each hour: knocks at the door as WhatsApp does, and waits until what it said has come through to the alerts. When it
 * doesn't, an alarm tells, and the control room gets an SMS. It is a function of its own, because it must live when others
 * don't, and because it alone beside the webhook knows the app secret.
 */
public final class Probing implements RequestStreamHandler, Resource {

    /** How long a probe may be on its way; a citizen's tip takes a second, and some when everything starts cold. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration KNOCK = Duration.ofSeconds(20);
    // the clock of the webhook's machine may be behind ours; the probe before is an hour older
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI door;
    private final String appSecret;
    private final Secrets secrets;
    private final ProbeBody body;
    private final Probes probes;
    private final HttpClient http;
    private final Optional<SmsChannel> channel;
    private final ProbeText text;
    private final String controlRoomNumber;
    private final ZoneId zone;
    private final Clock clock;
    private final Journal journal;
    private final Pause pause;

    /** As Lambda builds it. */
    public Probing() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "probe"),
                new SecureRandom(),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(KNOCK)
                        .build(),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(SnsClient.builder()),
                AwsClients.of(SsmClient.builder()),
                Pause.REAL);
        Core.getGlobalContext().register(this);
    }

    /**
     * As the tests and the local stack build it.
     *
     * @throws SmsTextBroken if the parameter ProbeSmsText can't be sent
     */
    public Probing(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            HttpClient http,
            DynamoDbClient dynamo,
            SnsClient sns,
            SsmClient ssm,
            Pause pause) {
        this.door = URI.create(settings.optional("PROBE_URL").orElseGet(() -> settings.text("WEBHOOK_URL")));
        this.appSecret = settings.text("APP_SECRET");
        this.secrets = new Secrets(ssm, clock, List.of(appSecret));
        this.body = new ProbeBody(settings.text("PHONE_NUMBER_ID"), random);
        this.probes = new Probes(dynamo, settings.text("ALERTS_TABLE"));
        this.http = http;
        this.channel = settings.optional("DLT_PROBE_TEMPLATE_ID")
                .map(id -> new SmsChannel(sns, settings, id, clock, random, pause));
        this.text = new ProbeText(settings.text("PROBE_SMS_TEXT"));
        this.controlRoomNumber = settings.text("CONTROL_ROOM_NUMBER");
        this.zone = ZoneId.of(settings.text("DISTRICT_ZONE"));
        this.clock = clock;
        this.journal = journal;
        this.pause = pause;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        Instant sentAt = clock.instant();
        String met = probe(sentAt);
        boolean arrived = met.equals("arrived");
        if (arrived) {
            journal.note(
                    "probe-arrived",
                    Map.of("millis", Duration.between(sentAt, clock.instant()).toMillis()));
        } else {
            journal.count(Signal.PROBE_LOST, Map.of("where", met));
            tellControlRoom(sentAt);
        }
        JSON.writeValue(output, JSON.createObjectNode().put("arrived", arrived));
    }

    /** What became of a probe: {@code arrived}, else where it was lost. */
    private String probe(Instant sentAt) {
        try {
            int status = knock(sentAt);
            return status != OK ? "webhook-" + status : hasArrived(sentAt) ? "arrived" : "behind-the-webhook";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (IOException | RuntimeException e) {
            journal.trouble("probe-failed", e, Map.of());
            return "before-the-webhook";
        }
    }

    private int knock(Instant sentAt) throws IOException, InterruptedException {
        byte[] bytes = body.write(sentAt);
        HttpRequest request = HttpRequest.newBuilder(door)
                .timeout(KNOCK)
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, new Signature(secrets.text(appSecret)).of(bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private boolean hasArrived(Instant sentAt) throws InterruptedException {
        Instant least = sentAt.minus(CLOCKS_DIFFER);
        Instant end = clock.instant().plus(PATIENCE);
        while (probes.lastKept().filter(least::isBefore).isEmpty()) {
            if (!clock.instant().isBefore(end)) {
                return false;
            }
            pause.last(GLANCE);
        }
        return true;
    }

    private void tellControlRoom(Instant sentAt) {
        channel.ifPresent(to -> {
            String sms = text.of(LocalDateTime.ofInstant(sentAt, zone));
            if (!(to.send(controlRoomNumber, sms, clock.instant().plus(KNOCK)) instanceof Handover.Taken)) {
                journal.count(Signal.ALERT_FAILED, Map.of("officer", "control-room"));
            }
        });
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        secrets.forget();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        secrets.forget();
    }
}
