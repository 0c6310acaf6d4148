package in.suchna.notary;

import in.suchna.store.Ledger;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.surroundings.AwsClients;
import in.suchna.tip.Reference;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The command that checks all timelines: against the Ledger, and against the links in the locked bucket. */
public final class CheckTimeline {
    /** How long the notary may be behind. */
    private static final Duration BEHIND = Duration.ofMinutes(10);

    private static final Retention UNUSED = Retention.ofDays(1);

    private final DynamoDbClient dynamo;
    private final S3Client s3;
    private final Clock clock;
    private final PrintStream out;

    /** With what it reads; the command and the tests make it alike. */
    public CheckTimeline(DynamoDbClient dynamo, S3Client s3, Clock clock, PrintStream out) {
        this.dynamo = dynamo;
        this.s3 = s3;
        this.clock = clock;
        this.out = out;
    }

    /** @param arguments the names of the Timeline table, the Ledger table and the Exhibits bucket */
    public static void main(String[] arguments) {
        CheckTimeline check = new CheckTimeline(
                AwsClients.patient(DynamoDbClient.builder()),
                AwsClients.patient(S3Client.builder()),
                Clock.systemUTC(),
                System.out);
        System.exit(check.run(arguments));
    }

    /** Returns 0 when all is well, 1 when something is wrong. */
    public int run(String... arguments) {
        if (arguments.length < 3 || List.of(arguments).subList(0, 3).stream().anyMatch(String::isBlank)) {
            out.println("Which tables and bucket? mvn -q -Pcheck-timeline -Dtimeline=NAME -Dledger=NAME -Dbucket=NAME;"
                    + " the stack's outputs name them");
            return 1;
        }
        Timeline timeline = new Timeline(dynamo, arguments[0], UNUSED);
        Ledger ledger = new Ledger(dynamo, arguments[1], UNUSED);
        Instant sealedUntil = clock.instant().minus(BEHIND);
        long entries = 0;
        long wrong = 0;
        SortedSet<String> tips = tipsIn(arguments[0]);
        tips.addAll(tipsIn(arguments[1]));
        for (String tip : tips) {
            Reference reference = new Reference(tip);
            List<Row> rows = timeline.rowsOf(reference);
            List<Ledger.Kept> chain = ledger.of(reference);
            List<ChainCheck.Fault> faults = ChainCheck.faults(rows, chain, sealedUntil);
            faults.forEach(fault -> out.println("tip " + tip + ", entry " + fault));
            long unlike = chain.stream()
                    .filter(kept -> isUnlikeLocked(kept, arguments[2]))
                    .count();
            entries += rows.size();
            wrong += faults.size() + unlike;
        }
        out.println("%d entries of %d tips, %d faults.".formatted(entries, tips.size(), wrong));
        return wrong == 0 ? 0 : 1;
    }

    private boolean isUnlikeLocked(Ledger.Kept kept, String bucket) {
        String key = Notary.keyOf(kept.link());
        try {
            String locked = s3.getObject(get -> get.bucket(bucket).key(key), ResponseTransformer.toBytes())
                    .asUtf8String();
            if (locked.equals(kept.link().text())) {
                return false;
            }
            out.println("tip %s, entry %s: the locked copy of link %d says something else"
                    .formatted(
                            kept.link().reference(),
                            kept.link().entry(),
                            kept.link().number()));
        } catch (NoSuchKeyException e) {
            out.println("tip %s, entry %s: there is no locked copy of link %d"
                    .formatted(
                            kept.link().reference(),
                            kept.link().entry(),
                            kept.link().number()));
        }
        return true;
    }

    private SortedSet<String> tipsIn(String table) {
        SortedSet<String> tips = new TreeSet<>();
        dynamo.scanPaginator(scan -> scan.tableName(table)
                        .projectionExpression("#reference")
                        .expressionAttributeNames(Map.of("#reference", "reference")))
                .items()
                .forEach(item -> tips.add(new Row(item).text("reference")));
        return tips;
    }
}
