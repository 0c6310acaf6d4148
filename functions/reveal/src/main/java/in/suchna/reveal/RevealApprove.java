package in.suchna.reveal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import in.suchna.journal.Journal;
import in.suchna.seal.Opener;
import in.suchna.seal.SealKey;
import in.suchna.store.Citizens;
import in.suchna.store.Disclosures;
import in.suchna.store.Retention;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Settings;
import in.suchna.widget.Widgets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** The approvers' side: with reply the only one that may open a sealed address, and it shows it to nobody. */
public final class RevealApprove implements RequestStreamHandler {
    private final Widgets widgets;

    /** As Lambda builds it. */
    public RevealApprove() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "reveal-approve"),
                new SecureRandom(),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(KmsClient.builder()));
    }

    /** As the tests and the local stack build it. */
    public RevealApprove(
            Settings settings,
            Clock clock,
            Journal journal,
            SecureRandom random,
            DynamoDbClient dynamo,
            KmsClient kms) {
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        Opener opener = new Opener(new SealKey(kms, settings.text("SEAL_KEYS"), clock));
        Approving approving = new Approving(
                new Tips(dynamo, settings.text("TIPS_TABLE"), retention),
                new Citizens(dynamo, settings.text("CITIZENS_TABLE"), retention),
                new Disclosures(dynamo, settings.text("REVEALS_TABLE"), retention),
                new Ledger(dynamo, new Timeline(dynamo, settings.text("TIMELINE_TABLE"), retention), journal),
                opener,
                random);
        ZoneId zone = ZoneId.of(settings.text("DISTRICT_ZONE"));
        this.widgets = new Widgets(Map.of(Approving.NAME, approving), RevealApprove.class, zone, clock, journal);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        widgets.answer(
                input,
                output,
                context == null ? "" : context.getInvokedFunctionArn(),
                context == null ? "" : context.getAwsRequestId());
    }
}
