package in.suchna.alert;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.CitizenId;
import in.suchna.duty.Account;
import in.suchna.duty.District;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Rollcall;
import in.suchna.journal.Journal;
import in.suchna.seal.Pepper;
import in.suchna.store.Officers;
import in.suchna.store.Receipts;
import in.suchna.store.Roster;
import in.suchna.stream.StreamBatch;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Woken when the roster changes and each hour: notes under which ids its officers write on WhatsApp. Receipts of messages to
 * officers tell it the user ids of their numbers, so that who hides the number later is still known. It is a function of its
 * own because it alone needs both the officers' numbers and the pepper; it may read nothing of citizens or tips.
 */
public final class Rostering implements RequestStreamHandler, Resource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Roster roster;
    private final Officers officers;
    private final District district = District.ofResources();
    private final Secrets secrets;
    private final String pepper;
    private final Clock clock;
    private final Journal journal;

    /** As Lambda builds it. */
    public Rostering() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "roster"),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(SsmClient.builder()));
        Core.getGlobalContext().register(this);
    }

    /** As the tests and the local stack build it. */
    public Rostering(Settings settings, Clock clock, Journal journal, DynamoDbClient dynamo, SsmClient ssm) {
        this.roster = new Roster(dynamo, settings.text("ROSTER_TABLE"));
        this.officers = new Officers(dynamo, settings.text("OFFICERS_TABLE"));
        this.pepper = settings.text("PEPPER");
        this.secrets = new Secrets(ssm, clock, List.of(pepper));
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        JsonNode event = JSON.readTree(input);
        JSON.writeValue(output, StreamBatch.isOne(event) ? told(StreamBatch.of(event)) : mustered());
    }

    /** Receipts tell of accounts, the roster's own changes have no image; Lambda never mixes two streams in a batch. */
    private ObjectNode told(StreamBatch batch) {
        List<Account> accounts = batch.records().stream()
                .flatMap(record -> record.after().stream())
                .flatMap(row -> Receipts.account(row).stream())
                .distinct()
                .toList();
        if (accounts.isEmpty()) {
            mustered();
        } else {
            note(accounts);
        }
        return batch.answer(_ -> {}, journal);
    }

    private void note(List<Account> accounts) {
        Rollcall known = officers.all();
        for (Account account : accounts) {
            if (known.lacks(account)) {
                officers.note(account, clock.instant());
                known = known.with(account);
                journal.note("officer-account-noted", Map.of());
            }
        }
    }

    private ObjectNode mustered() {
        int known = muster(district.units().stream().map(roster::planOf).toList());
        return JSON.createObjectNode().put("officers", known);
    }

    private int muster(List<DutyPlan> plans) {
        Pepper hashing = Pepper.ofSecret(secrets.text(pepper));
        Map<CitizenId, String> ids = new HashMap<>();
        plans.stream()
                .flatMap(plan -> plan.officers().stream())
                .forEach(officer -> ids.put(hashing.officer(officer.number()), officer.id()));
        officers.replaceBy(ids, clock.instant());
        journal.note("officers-noted", Map.of("officers", ids.size()));
        return ids.size();
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        secrets.forget();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        secrets.forget();
    }
}
