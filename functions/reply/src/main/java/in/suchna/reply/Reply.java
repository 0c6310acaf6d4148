package in.suchna.reply;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.seal.Opener;
import in.suchna.seal.SealKey;
import in.suchna.store.Outbox;
import in.suchna.store.Receipts;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.stream.StreamBatch;
import in.suchna.stream.StreamRecord;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crac.Core;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Woken by each outbox row, by each receipt, and each minute by what is due again. */
public final class Reply implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rows of each of the index's shards that one sweep takes; the rest is due a minute later. */
    private static final int SWEPT = 25;

    private final Outbox outbox;
    private final Sending sending;
    private final Following following;
    private final Clock clock;
    private final Journal journal;

    // held here, because the context of checkpoints holds its resources weakly
    private final Priming priming;

    /** As Lambda builds it. */
    public Reply() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "reply"),
                new SecureRandom(),
                Graph.client(),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(KmsClient.builder()),
                AwsClients.of(SsmClient.builder()));
        Core.getGlobalContext().register(priming);
    }

    /** As the tests and the local stack build it. The HTTP client should give up a connection after 3 seconds. */
    public Reply(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            HttpClient http,
            DynamoDbClient dynamo,
            KmsClient kms,
            SsmClient ssm) {
        this(settings, clock, journal, random, http, dynamo, kms, ssm, Graph.Deadlines.USUAL);
    }

    Reply(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            HttpClient http,
            DynamoDbClient dynamo,
            KmsClient kms,
            SsmClient ssm,
            Graph.Deadlines deadlines) {
        Sending.SecretNames names = new Sending.SecretNames(settings.text("WHATSAPP_TOKEN"), settings.text("PEPPER"));
        this.clock = clock;
        this.journal = journal;
        Secrets secrets = new Secrets(ssm, clock, List.of(names.token(), names.pepper()));
        this.outbox =
                new Outbox(dynamo, settings.text("OUTBOX_TABLE"), Retention.ofDays(settings.number("RETENTION_DAYS")));
        Ending ending = new Ending(outbox, new Patience(clock, random), clock, journal);
        Opener opener = new Opener(new SealKey(kms, settings.text("SEAL_KEYS"), clock));
        Graph graph = new Graph(http, messagesOf(settings), deadlines);
        this.sending = new Sending(outbox, opener, graph, secrets, names, ending, clock, journal);
        this.following = new Following(outbox, ending, journal);
        this.priming = new Priming(outbox, secrets, journal);
    }

    private static URI messagesOf(Settings settings) {
        return URI.create("%s/%s/%s/messages"
                .formatted(
                        settings.text("GRAPH_URL"), settings.text("GRAPH_VERSION"), settings.text("PHONE_NUMBER_ID")));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = JSON.readTree(input);
        ObjectNode answer = StreamBatch.isOne(event) ? told(StreamBatch.of(event)) : sweep();
        JSON.writeValue(output, answer);
    }

    private ObjectNode told(StreamBatch batch) {
        Round round = Round.begin(clock);
        Set<String> delivered =
                Following.delivered(batch.records().stream().flatMap(change -> change.after().stream()));
        Map<StreamRecord, RuntimeException> failures =
                Lanes.run(batch.records(), Reply::laneOf, change -> take(change, round, delivered));
        return batch.answer(
                change -> {
                    RuntimeException failure = failures.get(change);
                    if (failure != null) {
                        throw failure;
                    }
                },
                journal);
    }

    private static String laneOf(StreamRecord change) {
        Row row = change.after().orElseThrow();
        return isOutgoing(row)
                ? Sending.conversationOf(row)
                : row.optional("outbox").orElse("");
    }

    private static boolean isOutgoing(Row row) {
        return row.item().containsKey("payload") || row.item().containsKey("attempts");
    }

    private void take(StreamRecord change, Round round, Set<String> delivered) {
        Row row = change.after().orElseThrow();
        if (isOutgoing(row)) {
            sending.send(row, round);
        } else {
            following.follow(Receipts.of(row), delivered);
        }
    }

    private ObjectNode sweep() {
        Round round = Round.begin(clock);
        List<Row> due = outbox.due(clock.instant(), SWEPT).stream()
                .sorted(Comparator.comparing(
                                (Row row) -> row.optionalNumber("createdAt").orElse(0L))
                        .thenComparing(row -> row.text("id")))
                .toList();
        Map<Row, RuntimeException> failures = Lanes.run(due, Sending::conversationOf, row -> sending.send(row, round));
        failures.forEach((row, failure) -> {
            journal.trouble("row-failed", failure, Map.of("outbox", row.text("id")));
            journal.count(Signal.RECORD_FAILED, Map.of("outbox", row.text("id")));
        });
        return JSON.createObjectNode().put("due", due.size()).put("failed", failures.size());
    }
}
