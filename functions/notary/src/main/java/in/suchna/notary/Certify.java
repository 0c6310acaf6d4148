package in.suchna.notary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.store.Ledger;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.surroundings.AwsClients;
import in.suchna.tip.Reference;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** The command that writes the pack of one tip for a court. */
public final class Certify {
    private static final Retention UNUSED = Retention.ofDays(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ARGUMENTS = 6;

    private final DynamoDbClient dynamo;
    private final S3Client s3;
    private final Clock clock;
    private final PrintStream out;

    Certify(DynamoDbClient dynamo, S3Client s3, Clock clock, PrintStream out) {
        this.dynamo = dynamo;
        this.s3 = s3;
        this.clock = clock;
        this.out = out;
    }

    /** @param arguments the tip's reference, the file to write, the Timeline, Ledger and Messages tables, the Exhibits bucket */
    public static void main(String[] arguments) throws IOException {
        Certify certify = new Certify(
                AwsClients.patient(DynamoDbClient.builder()),
                AwsClients.patient(S3Client.builder()),
                Clock.systemUTC(),
                System.out);
        System.exit(certify.run(arguments));
    }

    /** Returns 0 when the pack is written, 1 when it may not be. */
    int run(String... arguments) throws IOException {
        Optional<Reference> reference = arguments.length < ARGUMENTS ? Optional.empty() : Reference.read(arguments[0]);
        if (reference.isEmpty()) {
            out.println("Which tip? mvn -q -Pcertify -Dtip=REFERENCE -Dto=pack.zip -Dtimeline=NAME -Dledger=NAME"
                    + " -Dmessages=NAME -Dbucket=NAME; the stack's outputs name them");
            return 1;
        }
        Timeline timeline = new Timeline(dynamo, arguments[2], UNUSED);
        List<Row> entries = timeline.rowsOf(reference.get());
        if (entries.isEmpty()) {
            out.println("No tip " + reference.get() + " has a timeline");
            return 1;
        }
        Pack.Contents contents = new Pack.Contents(
                reference.get(),
                entries,
                new Ledger(dynamo, arguments[3], UNUSED).of(reference.get()),
                sealed(entries, arguments[4]));
        Path to = Path.of(arguments[1]);
        try (OutputStream pack = Files.newOutputStream(to)) {
            Pack.write(
                    contents,
                    key -> s3.getObject(get -> get.bucket(arguments[5]).key(key)),
                    pack,
                    clock.instant());
        } catch (PackBroken e) {
            Files.delete(to);
            out.println("Not certified: " + e.reason());
            return 1;
        }
        out.println("The pack of tip %s is %s".formatted(reference.get(), to));
        return 0;
    }

    /** The sealed originals of the tip's messages, as far as they were not forgotten at their sender's wish. */
    private Map<String, byte[]> sealed(List<Row> entries, String table) {
        Map<String, byte[]> sealed = new HashMap<>();
        for (Row entry : entries) {
            String message = messageOf(entry.text("content"));
            if (!message.isEmpty() && !sealed.containsKey(message)) {
                Map<String, AttributeValue> item = dynamo.getItem(
                                get -> get.tableName(table).key(Map.of("id", AttributeValue.fromS(message))))
                        .item();
                new Row(item).bytes("original").ifPresent(bytes -> sealed.put(message, bytes));
            }
        }
        return sealed;
    }

    private static String messageOf(String content) {
        try {
            JsonNode tree = JSON.readTree(content);
            return tree == null ? "" : tree.path("message").asText("");
        } catch (JsonProcessingException _) {
            return "";
        }
    }
}
