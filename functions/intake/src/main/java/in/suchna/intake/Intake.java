package in.suchna.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.Ladders;
import in.suchna.intake.conversation.Commands;
import in.suchna.intake.conversation.Conversation;
import in.suchna.intake.conversation.Judging;
import in.suchna.intake.conversation.TipChange;
import in.suchna.intake.judge.Circumstances;
import in.suchna.intake.judge.Judge;
import in.suchna.intake.officer.OfficerWords;
import in.suchna.intake.officer.Orders;
import in.suchna.intake.officer.Serving;
import in.suchna.intake.words.LanguageFinder;
import in.suchna.intake.words.Sentences;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.message.KeptMessage;
import in.suchna.message.Probe;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.store.Messages;
import in.suchna.store.Officers;
import in.suchna.store.Retention;
import in.suchna.stream.StreamBatch;
import in.suchna.stream.StreamRecord;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Settings;
import in.suchna.tip.Judgement;
import in.suchna.tip.Thana;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Woken by each kept message; turns it into a tip and answers, once. */
public final class Intake implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Taking taking;
    private final Probing probing;
    private final Muster muster;
    private final OfficersDesk officersDesk;
    private final Clock clock;
    private final Journal journal;

    /** As Lambda builds it. */
    public Intake() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "intake"),
                new SecureRandom(),
                AwsClients.of(DynamoDbClient.builder()));
    }

    /** As the tests and the local stack build it. */
    public Intake(Settings settings, Clock clock, Journal journal, SecureRandom random, DynamoDbClient dynamo) {
        this(settings, clock, journal, random, dynamo, judging(Judge.ofResources()));
    }

    Intake(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            DynamoDbClient dynamo,
            Judging judging) {
        Conversation conversation = new Conversation(
                Commands.ofResources(), LanguageFinder.ofResources(), Sentences.ofResources(), judging);
        Tables tables = Tables.of(settings, dynamo);
        this.taking = new Taking(dynamo, tables, conversation, new Payloads(settings.text("REPLY_TEMPLATE")), random);
        this.probing = new Probing(dynamo, tables, conversation, random);
        this.muster = new Muster(new Officers(dynamo, settings.text("OFFICERS_TABLE")), journal);
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        Alerts alerts = new Alerts(dynamo, settings.text("ALERTS_TABLE"), retention);
        Climbs climbs = new Climbs(dynamo, settings.text("ALERTS_TABLE"), retention);
        this.officersDesk = new OfficersDesk(
                dynamo,
                tables,
                Orders.ofResources(),
                new Serving(
                        alerts,
                        new Acknowledgements(alerts, climbs, Ladders.ofResources()),
                        tables.tips(),
                        OfficerWords.ofResources()),
                taking);
        this.clock = clock;
        this.journal = journal;
    }

    private static Judging judging(Judge judge) {
        return new Judging() {
            @Override
            public Judgement judge(String text, boolean dangerNow, boolean forwardedOften) {
                return judge.judge(text, new Circumstances(dangerNow, forwardedOften, false));
            }

            @Override
            public Judgement judgeAddition(String text, boolean dangerNow, boolean forwardedOften) {
                return judge.judge(text, new Circumstances(dangerNow, forwardedOften, true));
            }

            @Override
            public Optional<Thana> thanaNear(double latitude, double longitude) {
                return judge.thanaNear(latitude, longitude);
            }
        };
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        ObjectNode answer = StreamBatch.of(JSON.readTree(input)).answer(this::take, journal);
        JSON.writeValue(output, answer);
    }

    private void take(StreamRecord record) {
        KeptMessage message = Messages.of(record.after().orElseThrow());
        Instant now = clock.instant();
        if (Probe.isOne(message)) {
            probing.take(message, now);
            return;
        }
        TipChange change = muster.officerOf(message, now)
                .map(officer -> officersDesk.take(officer, message, now))
                .orElseGet(() -> taking.take(message, now));
        if (change instanceof TipChange.Open opened) {
            journal.count(
                    Signal.TIP,
                    Map.of(
                            "tip", opened.reference().text(),
                            "priority", opened.judgement().priority().name(),
                            "category", opened.judgement().category().name()));
        }
    }
}
