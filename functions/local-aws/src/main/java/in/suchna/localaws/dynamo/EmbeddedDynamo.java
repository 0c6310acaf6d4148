package in.suchna.localaws.dynamo;

import in.suchna.localaws.template.Table;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local in this process. In memory it takes some thousand writes a second, in a file some hundred.
 *
 * <p>Its threads keep the process alive until {@link #close()}.
 */
public final class EmbeddedDynamo implements AutoCloseable {
    // held, for java.util.logging forgets the level of a logger nobody holds
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    /** Its telemetry would call a service in the network and leave a file in the working folder. */
    private static final Boolean WITHOUT_TELEMETRY = true;

    private final AmazonDynamoDBLocal local;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    /**
     * Starts it.
     *
     * @param file the SQLite file that keeps the data; empty: in memory. Its folder has to exist.
     */
    public EmbeddedDynamo(Optional<Path> file) {
        SQLITE.setLevel(Level.OFF);
        @SuppressWarnings("NullAway") // null is DynamoDB Local's word for "in memory"
        AmazonDynamoDBLocal started =
                DynamoDBEmbedded.create(file.map(Path::toFile).orElse(null), WITHOUT_TELEMETRY);
        this.local = started;
        this.client = local.dynamoDbClient();
        this.streams = local.dynamoDbStreamsClient();
    }

    /** The raw client: no role, no counting. */
    public DynamoDbClient client() {
        return client;
    }

    /** The client of the streams. */
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** Makes the tables that aren't there yet. */
    public void make(Collection<Table> tables) {
        for (Table table : tables) {
            try {
                client.createTable(TableRequest.of(table));
            } catch (ResourceInUseException _) {
                // kept from an earlier start
            }
        }
    }

    @Override
    public void close() {
        local.shutdownNow();
    }
}
