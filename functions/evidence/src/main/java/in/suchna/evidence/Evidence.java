package in.suchna.evidence;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.evidence.whatsapp.Calls;
import in.suchna.evidence.whatsapp.Shelf;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.message.Attachment;
import in.suchna.message.Custody;
import in.suchna.message.MessageId;
import in.suchna.store.Attachments;
import in.suchna.store.Messages;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.stream.StreamBatch;
import in.suchna.stream.StreamRecord;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Woken by each message with a file, once when it is kept and once when the intake has put it to a tip; and each minute by
 * what is due again.
 */
public final class Evidence implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rows of each of the index's shards that one sweep takes; the rest is due a minute later. */
    private static final int SWEPT = 25;

    /** The longest one file can take; with less time left it is left to the next sweep. */
    private static final Duration ONE_FILE = Duration.ofMinutes(4);

    private final AttachmentReader reader = new AttachmentReader();
    private final Attachments attachments;
    private final Gathering gathering;
    private final Entering entering;
    private final Clock clock;
    private final Journal journal;

    // held here, because the context of checkpoints holds its resources weakly
    private final Priming priming;

    /** As Lambda builds it. */
    public Evidence() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "evidence"),
                new SecureRandom(),
                Calls.client(),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.patient(S3Client.builder()),
                AwsClients.of(SsmClient.builder()));
        Core.getGlobalContext().register(priming);
    }

    /** As the tests and the local stack build it. The HTTP client must not follow redirects. */
    public Evidence(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            HttpClient http,
            DynamoDbClient dynamo,
            S3Client s3,
            SsmClient ssm) {
        this(settings, clock, journal, random, http, dynamo, s3, ssm, Shelf.Deadlines.USUAL);
    }

    Evidence(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            HttpClient http,
            DynamoDbClient dynamo,
            S3Client s3,
            SsmClient ssm,
            Shelf.Deadlines deadlines) {
        this.clock = clock;
        this.journal = journal;
        String token = settings.text("WHATSAPP_TOKEN");
        Secrets secrets = new Secrets(ssm, clock, List.of(token));
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        this.attachments = new Attachments(dynamo, settings.text("ATTACHMENTS_TABLE"), retention);
        Shelf.Graph graph = new Shelf.Graph(
                settings.text("GRAPH_URL") + "/" + settings.text("GRAPH_VERSION"), settings.text("PHONE_NUMBER_ID"));
        this.gathering = new Gathering(
                attachments,
                new Shelf(http, graph, settings.text("MEDIA_ORIGINS"), deadlines),
                new Bucket(s3, settings.text("EXHIBITS_BUCKET")),
                secrets,
                token,
                clock,
                random,
                journal);
        Entering.Tables tables = new Entering.Tables(
                attachments,
                new Messages(dynamo, settings.text("MESSAGES_TABLE"), retention),
                new Tips(dynamo, settings.text("TIPS_TABLE"), retention),
                new Timeline(dynamo, settings.text("TIMELINE_TABLE"), retention),
                new Outbox(dynamo, settings.text("OUTBOX_TABLE"), retention));
        this.entering = new Entering(dynamo, tables, settings.text("REPLY_TEMPLATE"), clock);
        this.priming = new Priming(attachments, secrets, journal);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = JSON.readTree(input);
        ObjectNode answer = StreamBatch.isOne(event)
                ? StreamBatch.of(event).answer(change -> take(change, context), journal)
                : sweep(context);
        JSON.writeValue(output, answer);
    }

    private void take(StreamRecord change, Context context) {
        Row row = change.after().orElseThrow();
        if (change.change() == StreamRecord.Change.INSERT) {
            attachments.begin(reader.read(Messages.of(row), clock.instant()));
        }
        // a row of an earlier telling stands as it is; so this may be told twice
        attachments.find(new MessageId(row.text("id"))).ifPresent(found -> advance(found, context));
    }

    private void advance(Attachment attachment, Context context) {
        Optional<Attachment> settled = attachment.custody() != Custody.WAITING
                ? Optional.of(attachment)
                : hasTime(context) ? gathering.gather(attachment) : Optional.empty();
        settled.ifPresent(entering::enter);
    }

    private static boolean hasTime(Context context) {
        return context.getRemainingTimeInMillis() >= ONE_FILE.toMillis();
    }

    private ObjectNode sweep(Context context) {
        List<Attachment> due = attachments.due(clock.instant(), SWEPT);
        int failed = 0;
        for (Attachment attachment : due) {
            try {
                advance(attachment, context);
            } catch (RuntimeException e) {
                failed++;
                journal.trouble("file-failed", e, Map.of("message", attachment.id()));
                journal.count(Signal.RECORD_FAILED, Map.of("message", attachment.id()));
            }
        }
        return JSON.createObjectNode().put("due", due.size()).put("failed", failed);
    }
}
