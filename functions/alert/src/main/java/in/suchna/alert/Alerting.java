package in.suchna.alert;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.duty.Climb;
import in.suchna.duty.District;
import in.suchna.duty.Ladders;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.store.GapWarnings;
import in.suchna.store.Outbox;
import in.suchna.store.Paces;
import in.suchna.store.Probes;
import in.suchna.store.Retention;
import in.suchna.store.Roster;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.stream.StreamBatch;
import in.suchna.stream.StreamRecord;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Pause;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Woken by urgent tips and each minute; wakes the officers on call. Each hour it looks for gaps in the roster to come. */
public final class Alerting implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    // what the hourly schedule says in template.yaml
    private static final String GAPS = "gaps";

    // what template.yaml gives the function, where no context says how much of it is left
    private static final Duration USUAL_TIME = Duration.ofSeconds(30);
    // kept back to note what was sent and to answer
    private static final Duration RESERVE = Duration.ofSeconds(8);
    private static final Duration SNS_ATTEMPT = Duration.ofSeconds(2);
    private static final Duration SNS_CALL = Duration.ofSeconds(5);
    // an SMS without its link is better than one that waits
    private static final Duration SSM_ATTEMPT = Duration.ofSeconds(1);
    private static final Duration SSM_CALL = Duration.ofSeconds(2);

    private final Climbing climbing;
    private final Sweep sweep;
    private final Outcomes outcomes;
    private final GapWatch gapWatch;
    private final ProbeRung probeRung;
    private final Hearing hearing;
    // the CRaC context holds it weakly
    private final Priming priming;
    private final Clock clock;
    private final Journal journal;

    /** As Lambda builds it. */
    public Alerting() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "alert"),
                new SecureRandom(),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(SnsClient.builder(), SNS_ATTEMPT, SNS_CALL),
                AwsClients.of(SsmClient.builder(), SSM_ATTEMPT, SSM_CALL),
                AwsClients.of(KmsClient.builder()),
                Pause.REAL);
        Core.getGlobalContext().register(priming);
    }

    /**
     * As the tests and the local stack build it.
     *
     * @throws SmsTextBroken if the parameter SmsText or GapSmsText can't be sent
     */
    public Alerting(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            DynamoDbClient dynamo,
            SnsClient sns,
            SsmClient ssm,
            KmsClient kms,
            Pause pause) {
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        Alerts alerts = new Alerts(dynamo, settings.text("ALERTS_TABLE"), retention);
        Climbs climbs = new Climbs(dynamo, settings.text("ALERTS_TABLE"), retention);
        Throttle throttle = new Throttle(alerts, new Paces(dynamo, settings.text("ALERTS_TABLE")));
        Roster roster = new Roster(dynamo, settings.text("ROSTER_TABLE"));
        ZoneId zone = ZoneId.of(settings.text("DISTRICT_ZONE"));
        CallOut callOut =
                new CallOut(roster, District.ofResources(), settings.text("CONTROL_ROOM_NUMBER"), clock, zone);
        PublicSeal seal = new PublicSeal(kms, settings.text("SEAL_KEY"), random);
        Messenger messenger = new Messenger(
                new Outbox(dynamo, settings.text("OUTBOX_TABLE"), retention),
                seal,
                new Messenger.Templates(
                        settings.text("OFFICER_TEMPLATE"),
                        settings.text("OFFICER_DETAILS_TEMPLATE"),
                        settings.text("OFFICER_LANGUAGE")),
                clock);
        SmsChannel channel = new SmsChannel(sns, settings, settings.text("DLT_TEMPLATE_ID"), clock, random, pause);
        SmsText text = new SmsText(settings.text("SMS_TEXT"), settings.text("LINK_HOST"));
        String linkSecret = settings.text("LINK_SECRET");
        Linking linking = new Linking(new Secrets(ssm, clock, List.of(linkSecret)), linkSecret, journal);
        Ladders ladders = Ladders.ofResources();
        Ringing ringing = new Ringing(alerts, throttle, callOut, channel, text, linking, clock, random, journal);
        this.climbing = new Climbing(alerts, climbs, ladders, callOut, ringing, messenger, clock, journal);
        this.hearing = new Hearing(
                new Tips(dynamo, settings.text("TIPS_TABLE"), retention),
                new Timeline(dynamo, settings.text("TIMELINE_TABLE"), retention),
                callOut,
                messenger);
        this.priming = new Priming(climbs, callOut, text, linking, seal, journal);
        this.sweep = new Sweep(alerts, climbs, climbing, clock, journal);
        this.outcomes = new Outcomes(alerts, climbs, ringing, clock, journal);
        this.probeRung = new ProbeRung(
                callOut, ladders, text, linking, new Probes(dynamo, settings.text("ALERTS_TABLE")), clock, journal);
        GapText gapText = new GapText(settings.text("GAP_SMS_TEXT"));
        this.gapWatch = new GapWatch(
                roster,
                new GapWarnings(dynamo, settings.text("ALERTS_TABLE")),
                District.ofResources(),
                settings.optional("DLT_GAP_TEMPLATE_ID")
                        .map(id -> new GapWatch.Post(
                                new SmsChannel(sns, settings, id, clock, random, pause),
                                gapText,
                                callOut.controlRoom())),
                clock,
                zone,
                journal);
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        Instant deadline = clock.instant().plus(timeLeft(context)).minus(RESERVE);
        JsonNode event = JSON.readTree(input);
        if (Outcomes.isOne(event)) {
            JSON.writeValue(output, JSON.createObjectNode().put("outcomes", outcomes.hear(event, deadline)));
            return;
        }
        JsonNode answer = StreamBatch.isOne(event)
                ? StreamBatch.of(event).answer(change -> hear(change, deadline), journal)
                : scheduled(event.path("sweep").asText(), deadline);
        JSON.writeValue(output, answer);
    }

    private JsonNode scheduled(String what, Instant deadline) {
        return what.equals(GAPS)
                ? JSON.createObjectNode().put("gaps", gapWatch.look(deadline))
                : JSON.createObjectNode().put("due", sweep(deadline));
    }

    private int sweep(Instant deadline) {
        int due = sweep.work(deadline);
        // an alarm waits for this to stay away
        journal.count(Signal.SWEPT, Map.of("due", due));
        return due;
    }

    private static Duration timeLeft(@Nullable Context context) {
        return context == null ? USUAL_TIME : Duration.ofMillis(context.getRemainingTimeInMillis());
    }

    private void hear(StreamRecord change, Instant deadline) {
        change.after().ifPresent(row -> {
            if (Alerts.isOne(row)) {
                hearing.hear(row);
            } else {
                hear(Tips.of(row), change.before().map(Tips::of), deadline);
            }
        });
    }

    private void hear(Tip tip, Optional<Tip> before, Instant deadline) {
        if (tip.isProbe()) {
            probeRung.reached(tip);
        } else if (tip.status() == Status.CLOSED) {
            climbing.tipClosed(tip.reference());
        } else if (tip.judgement().priority().wakesAnOfficer() && isNews(tip, before)) {
            climbing.start(Climb.of(tip), deadline);
        } else if (tip.judgement().priority().wakesAnOfficer() && hasMoved(tip, before)) {
            climbing.moved(tip.reference(), tip.raises(), tip.judgement().thana(), deadline);
        }
    }

    private static boolean hasMoved(Tip tip, Optional<Tip> before) {
        Optional<Thana> now = tip.judgement().thana();
        return now.isPresent()
                && before.filter(b -> !b.judgement().thana().equals(now)).isPresent();
    }

    /** A new tip, or one that rose: what else changes of an urgent tip wakes nobody twice. */
    private static boolean isNews(Tip tip, Optional<Tip> before) {
        return before.map(b ->
                        tip.raises() > b.raises() || !b.judgement().priority().wakesAnOfficer())
                .orElse(true);
    }
}
