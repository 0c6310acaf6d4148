package in.suchna.acknowledge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.duty.Ladders;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.store.Retention;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The function behind {@code GET} and {@code POST /a/{token}}. */
public final class Acknowledge implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;
    private final Reception reception;
    private final Page page;
    // the CRaC context holds it weakly
    private final Priming priming;

    /** As Lambda builds it. */
    public Acknowledge() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "acknowledge"),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(SsmClient.builder()));
        Core.getGlobalContext().register(priming);
    }

    /** As the tests and the local stack build it. */
    public Acknowledge(Settings settings, Clock clock, Journal journal, DynamoDbClient dynamo, SsmClient ssm) {
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        Alerts alerts = new Alerts(dynamo, settings.text("ALERTS_TABLE"), retention);
        Climbs climbs = new Climbs(dynamo, settings.text("ALERTS_TABLE"), retention);
        String linkSecret = settings.text("LINK_SECRET");
        Secrets secrets = new Secrets(ssm, clock, List.of(linkSecret));
        this.journal = journal;
        this.page = new Page(Words.ofResources("hi"), Words.ofResources("en"));
        this.reception = new Reception(
                alerts,
                climbs,
                new Acknowledgements(alerts, climbs, Ladders.ofResources()),
                () -> secrets.text(linkSecret),
                clock,
                journal);
        this.priming = new Priming(climbs, page, secrets, journal);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        JSON.writeValue(output, page.forGateway(outcome(input)));
    }

    private Outcome outcome(InputStream input) {
        try {
            return reception.serve(new Visit(JSON.readTree(input)));
        } catch (IOException | RuntimeException e) {
            journal.trouble("page-failed", e, Map.of());
            journal.count(Signal.PAGE_FAILED, Map.of());
            return new Outcome.Broken();
        }
    }
}
