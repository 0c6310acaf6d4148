package in.suchna.notary;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.ledger.Digest;
import in.suchna.ledger.Link;
import in.suchna.store.Canonical;
import in.suchna.store.Ledger;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.stream.StreamBatch;
import in.suchna.stream.StreamRecord;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Settings;
import in.suchna.tip.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Woken by each entry of a timeline: seals it in the Ledger, and puts the link into the locked bucket too, where not even
 * who may write the tables can mend it. An entry that is changed or removed is told at once.
 */
public final class Notary implements RequestStreamHandler, Resource {

    /** Where the links are in the bucket: {@code chain/<reference>/<number>}. */
    static final String CHAIN = "chain/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;
    private final S3Client s3;
    private final String bucket;
    private final Clock clock;
    private final Journal journal;

    /** As Lambda builds it. */
    public Notary() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "notary"),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(S3Client.builder()));
        Core.getGlobalContext().register(this);
    }

    /** As the tests and the local stack build it. */
    public Notary(Settings settings, Clock clock, Journal journal, DynamoDbClient dynamo, S3Client s3) {
        this.ledger =
                new Ledger(dynamo, settings.text("LEDGER_TABLE"), Retention.ofDays(settings.number("RETENTION_DAYS")));
        this.s3 = s3;
        this.bucket = settings.text("EXHIBITS_BUCKET");
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JSON.writeValue(output, StreamBatch.of(JSON.readTree(input)).answer(this::take, journal));
    }

    private void take(StreamRecord change) {
        switch (change.change()) {
            case INSERT -> seal(change.after().orElseThrow());
            case MODIFY, REMOVE ->
                change.before()
                        .filter(before -> isChanged(before, change.after()))
                        .ifPresent(this::tell);
        }
    }

    private static boolean isChanged(Row before, Optional<Row> after) {
        return after.map(Canonical::textOf)
                .filter(Canonical.textOf(before)::equals)
                .isEmpty();
    }

    private void seal(Row entry) {
        Reference reference = new Reference(entry.text("reference"));
        Link link = ledger.seal(reference, entry.text("id"), Digest.of(Canonical.textOf(entry)), clock.instant());
        s3.putObject(
                put -> put.bucket(bucket).key(keyOf(link)).contentType("text/plain"),
                RequestBody.fromString(link.text()));
    }

    static String keyOf(Link link) {
        return CHAIN + link.reference() + "/" + link.number();
    }

    private void tell(Row entry) {
        journal.count(
                Signal.TIMELINE_CHANGED, Map.of("tip", entry.text("reference"), "entry", Digest.of(entry.text("id"))));
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        try {
            // a real read loads the client, its marshalling and TLS
            int links = ledger.of(new Reference("0000000")).size();
            journal.note("primed", Map.of("links", links));
        } catch (RuntimeException e) {
            journal.trouble("priming-failed", e, Map.of());
        }
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // nothing secret or random is kept
    }
}
