package in.suchna.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.figures.Counted;
import in.suchna.figures.Marks;
import in.suchna.journal.Journal;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.store.Figures;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Tips;
import in.suchna.stream.StreamBatch;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Woken by changes of tips and of ladders, many at once: keeps each day's figures. */
public final class Counting implements RequestStreamHandler, Resource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Figures figures;
    private final ZoneId zone;
    private final Journal journal;

    /** As Lambda builds it. */
    public Counting() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "counting"),
                AwsClients.of(DynamoDbClient.builder()));
        Core.getGlobalContext().register(this);
    }

    /** As the tests and the local stack build it. */
    public Counting(Settings settings, Clock clock, Journal journal, DynamoDbClient dynamo) {
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        this.figures = new Figures(dynamo, settings.text("FIGURES_TABLE"), retention);
        this.zone = ZoneId.of(settings.text("DISTRICT_ZONE"));
        this.journal = journal;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        List<Counted> told = new ArrayList<>();
        ObjectNode answer = StreamBatch.of(JSON.readTree(input))
                .answer(
                        change -> change.after()
                                .flatMap(row -> counted(row, zone))
                                .ifPresent(told::add),
                        journal);
        // a batch that can't be written fails as a whole, and what of it was counted counts no second time
        figures.count(told);
        JSON.writeValue(output, answer);
    }

    /** What a row of the Tips or the Alerts table counts as; empty for what is not counted. */
    static Optional<Counted> counted(Row row, ZoneId zone) {
        if (Climbs.isOne(row)) {
            return Optional.of(Marks.of(Climbs.of(row), zone));
        }
        if (Alerts.isOne(row)) {
            return Optional.empty();
        }
        return Optional.of(Tips.of(row)).filter(tip -> !tip.isProbe()).map(tip -> Marks.of(tip, zone));
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        try {
            // a real read loads the client, its marshalling and TLS
            int days = figures.of(YearMonth.of(1970, 1)).size();
            journal.note("primed", Map.of("days", days));
        } catch (RuntimeException e) {
            journal.trouble("priming-failed", e, Map.of());
        }
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // nothing secret or random is kept
    }
}
