package in.suchna.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.seal.Sealer;
import in.suchna.seal.Signature;
import in.suchna.store.Messages;
import in.suchna.store.Receipts;
import in.suchna.store.Retention;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import in.suchna.webhook.keep.Keeping;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Walks the whole way of a message before the snapshot is taken, with an invented body, invented secrets and no network, so
 * that the first citizen waits for no class to be loaded and no code to be compiled.
 */
final class Priming {
    private static final String BODY = "priming.json";
    private static final int ROUNDS = 300;
    private static final String SECRET = "an-invented-secret-of-32-letters";
    private static final List<String> SECRETS = List.of("APP_SECRET", "VERIFY_TOKEN", "PEPPER");

    private final Settings settings;
    private final Clock clock;
    private final byte[] publicKey;

    Priming(Settings settings, Clock clock, byte[] publicKey) {
        this.settings = settings;
        this.clock = clock;
        this.publicKey = publicKey;
    }

    /** @throws IOException if the invented body is not in the jar */
    void run() throws IOException {
        byte[] event = event();
        ObjectMapper json = new ObjectMapper();
        try (SsmClient ssm = unplugged(SsmClient.builder());
                DynamoDbClient dynamo = unplugged(DynamoDbClient.builder())) {
            Door door = door(ssm, dynamo);
            for (int round = 0; round < ROUNDS; round++) {
                Answer answer = door.open(new Knock(json.readTree(event)));
                json.writeValue(OutputStream.nullOutputStream(), answer.forGateway());
            }
        }
    }

    private Door door(SsmClient ssm, DynamoDbClient dynamo) {
        Journal silent = new Journal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock, "priming");
        Secrets secrets =
                new Secrets(ssm, clock, SECRETS.stream().map(settings::text).toList());
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        SecureRandom random = new SecureRandom();
        Keeping keeping = new Keeping(
                new Messages(dynamo, settings.text("MESSAGES_TABLE"), retention),
                new Receipts(dynamo, settings.text("RECEIPTS_TABLE"), retention),
                new Sealer(publicKey, () -> random),
                clock,
                silent);
        return new Door(settings, secrets, keeping, silent);
    }

    private <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C unplugged(B builder) {
        return builder.region(Region.AP_SOUTH_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .httpClient(new Unplugged(SECRETS.stream().map(settings::text).toList(), SECRET))
                .build();
    }

    private static byte[] event() throws IOException {
        try (InputStream body = Priming.class.getResourceAsStream(BODY)) {
            if (body == null) {
                throw new IOException("The jar lacks " + BODY);
            }
            byte[] bytes = body.readAllBytes();
            ObjectMapper json = new ObjectMapper();
            ObjectNode event = json.createObjectNode();
            event.putObject("requestContext").putObject("http").put("method", "POST");
            event.putObject("headers").put(Signature.HEADER, new Signature(SECRET).of(bytes));
            event.put("body", new String(bytes, StandardCharsets.UTF_8));
            return json.writeValueAsBytes(event);
        }
    }
}
