package in.suchna.notary;

import in.suchna.store.Holds;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.surroundings.AwsClients;
import in.suchna.tip.Exhibit;
import in.suchna.tip.Reference;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;

/**
 * The command that keeps all of one tip beyond its time, because a case runs, and lets it go again. What comes to the tip
 * afterwards is kept for its usual time, so it is to be run again while the case runs.
 */
public final class Hold {
    private static final Retention UNUSED = Retention.ofDays(1);
    private static final int ARGUMENTS = 6;

    private final DynamoDbClient dynamo;
    private final S3Client s3;
    private final PrintStream out;

    Hold(DynamoDbClient dynamo, S3Client s3, PrintStream out) {
        this.dynamo = dynamo;
        this.s3 = s3;
        this.out = out;
    }

    /** @param arguments the tip's reference; {@code on} or {@code off}; the Tips, Timeline and Ledger tables; the bucket */
    public static void main(String[] arguments) {
        Hold hold = new Hold(
                AwsClients.patient(DynamoDbClient.builder()), AwsClients.patient(S3Client.builder()), System.out);
        System.exit(hold.run(arguments));
    }

    /** Returns 0 when all is held or let go, 1 when nothing was done. */
    int run(String... arguments) {
        Optional<Reference> reference = arguments.length < ARGUMENTS ? Optional.empty() : Reference.read(arguments[0]);
        Optional<Boolean> held = arguments.length < ARGUMENTS ? Optional.empty() : wanted(arguments[1]);
        if (reference.isEmpty() || held.isEmpty()) {
            out.println("Which tip? mvn -q -Phold -Dtip=REFERENCE -Dhold=on (or off) -Dtips=NAME -Dtimeline=NAME"
                    + " -Dledger=NAME -Dbucket=NAME; the stack's outputs name them");
            return 1;
        }
        Holds holds = new Holds(dynamo, new Holds.Tables(arguments[2], arguments[3], arguments[4]));
        int rows = held.get() ? holds.hold(reference.get()) : holds.release(reference.get());
        List<String> keys = keysOf(reference.get(), arguments[3]);
        ObjectLockLegalHoldStatus status = held.get() ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF;
        keys.forEach(key ->
                s3.putObjectLegalHold(put -> put.bucket(arguments[5]).key(key).legalHold(hold -> hold.status(status))));
        out.println("Tip %s is %s: %d rows, %d files."
                .formatted(reference.get(), held.get() ? "held" : "let go", rows, keys.size()));
        return 0;
    }

    private static Optional<Boolean> wanted(String word) {
        return switch (word) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private List<String> keysOf(Reference reference, String table) {
        return new Timeline(dynamo, table, UNUSED)
                .rowsOf(reference).stream()
                        .map((Row row) -> Timeline.of(row).exhibit())
                        .flatMap(Optional::stream)
                        .flatMap(Hold::keysOf)
                        .toList();
    }

    private static Stream<String> keysOf(Exhibit exhibit) {
        return Stream.concat(Stream.of(exhibit.object()), exhibit.viewing().stream());
    }
}
