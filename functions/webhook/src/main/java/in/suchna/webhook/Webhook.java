package in.suchna.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.seal.Sealer;
import in.suchna.store.Messages;
import in.suchna.store.Receipts;
import in.suchna.store.Retention;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import in.suchna.webhook.keep.Keeping;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The function behind {@code GET} and {@code POST /whatsapp}. It answers 200 once everything a body holds is in DynamoDB,
 * and 500 when anything could not be written, so that WhatsApp sends the body again.
 */
public final class Webhook implements RequestStreamHandler, Resource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Secrets secrets;
    private final Journal journal;
    private final Door door;
    private final Priming priming;

    /** As Lambda builds it. */
    public Webhook() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "webhook"),
                new SecureRandom(),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(KmsClient.builder()),
                AwsClients.of(SsmClient.builder()));
        Core.getGlobalContext().register(this);
    }

    /** As the tests and the local stack build it. */
    public Webhook(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            DynamoDbClient dynamo,
            KmsClient kms,
            SsmClient ssm) {
        this.journal = journal;
        this.secrets = new Secrets(
                ssm,
                clock,
                Stream.of("APP_SECRET", "VERIFY_TOKEN", "PEPPER")
                        .map(settings::text)
                        .toList());
        // public, so it may lie in a snapshot
        byte[] publicKey = kms.getPublicKey(request -> request.keyId(settings.text("SEAL_KEY")))
                .publicKey()
                .asByteArray();
        Sealer sealer = new Sealer(publicKey, () -> random);
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        Keeping keeping = new Keeping(
                new Messages(dynamo, settings.text("MESSAGES_TABLE"), retention),
                new Receipts(dynamo, settings.text("RECEIPTS_TABLE"), retention),
                sealer,
                clock,
                journal);
        this.door = new Door(settings, secrets, keeping, journal);
        this.priming = new Priming(settings, clock, publicKey);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JSON.writeValue(output, answer(input).forGateway());
    }

    private Answer answer(InputStream input) {
        try {
            return door.open(new Knock(JSON.readTree(input)));
        } catch (IOException | RuntimeException e) {
            journal.trouble("not-kept", e, Map.of());
            journal.count(Signal.WEBHOOK_FAILED, Map.of());
            return Answer.NOT_KEPT;
        }
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        priming.run();
        secrets.forget();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        secrets.forget();
    }
}
