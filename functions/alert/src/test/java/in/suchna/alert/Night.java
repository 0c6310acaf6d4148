package in.suchna.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.duty.Alert;
import in.suchna.duty.Ladders;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.MovingClock;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.sms.Sms;
import in.suchna.lookout.Lookout;
import in.suchna.outbox.Outgoing;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.store.Roster;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** A district's night for the tests: its roster, its tables, its phones and the function that wakes officers. */
final class Night implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-11-24T18:30:00Z");
    static final String CONTROL_ROOM_NUMBER = "+915555000001";
    static final Thana KURUD = new Thana("Kurud");
    static final Officer OF_KURUD = new Officer("kurud-si-1", "SI Invented Netam", "+915555000101");
    static final Officer HEAD_OF_KURUD = new Officer("kurud-head", "Inspector Invented Sahu", "+915555000102");
    static final Officer OF_CONTROL_ROOM = new Officer("control-asi-1", "ASI Invented Dhruw", "+915555000103");
    static final Officer OF_SDOP = new Officer("sdop-kurud", "DSP Invented Markam", "+915555000104");
    static final Officer OF_SP = new Officer("sp-office-1", "ASP Invented Sinha", "+915555000105");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATE = Path.of("../../template.yaml");

    final MovingClock clock = new MovingClock(BEGIN);
    final LocalAws aws;
    private final Random draw = new Random(7);
    private ByteArrayOutputStream journal = new ByteArrayOutputStream();
    private int heardBefore;

    Night() {
        this(Map.of());
    }

    /** @param parameters of the template, over the local ones */
    Night(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("ControlRoomNumber", CONTROL_ROOM_NUMBER);
        this.aws = LocalAws.inMemory(TEMPLATE, all, clock);
    }

    private static final class Shared {
        private static final Night NIGHT = new Night();
    }

    /** One for all tests that begin it anew and look at nothing else; making its tables takes longer than most of them. */
    static Night shared() {
        return Shared.NIGHT;
    }

    /** Begins anew: full roster, empty tables, no SMS, no faults. */
    void begin() {
        clock.set(BEGIN);
        aws.calls().failBy(Fault.NONE);
        aws.calls().reset();
        empty("Alerts", List.of("tip", "alert"));
        empty("Outbox", List.of("id"));
        roster().replaceChangesBy(List.of());
        roster().replaceBy(List.of(
                always(Unit.of(KURUD), OF_KURUD),
                always(Unit.headOf(KURUD), HEAD_OF_KURUD),
                always(Unit.CONTROL_ROOM, OF_CONTROL_ROOM),
                always(new Unit("SDOP Kurud"), OF_SDOP),
                always(Unit.SP_OFFICE, OF_SP)));
        journal = new ByteArrayOutputStream();
        heardBefore = aws.sns().inbox().size();
    }

    private void empty(String table, List<String> keys) {
        aws.dynamo()
                .scanPaginator(scan -> scan.tableName(aws.table(table)))
                .items()
                .forEach(item -> {
                    Map<String, AttributeValue> key = new HashMap<>(item);
                    key.keySet().retainAll(keys);
                    aws.dynamo()
                            .deleteItem(
                                    delete -> delete.tableName(aws.table(table)).key(key));
                });
    }

    static Shift always(Unit unit, Officer officer) {
        return new Shift(unit, officer, EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    Roster roster() {
        return new Roster(aws.dynamo(), aws.table("Roster"));
    }

    /** The function as its role lets it work, with no waiting between tries. */
    Alerting alerting() {
        return new Alerting(
                aws.settingsOf("Alert"),
                clock,
                new Journal(Lookout.log(journal), clock, "alert"),
                new SecureRandom(),
                aws.clientOf("Alert", DynamoDbClient.class),
                aws.clientOf("Alert", SnsClient.class),
                aws.clientOf("Alert", SsmClient.class),
                aws.clientOf("Alert", KmsClient.class),
                _ -> {});
    }

    /** Calls the function that notes who the officers are. */
    void rostering(String event) {
        Rostering rostering = new Rostering(
                aws.settingsOf("Rostering"),
                clock,
                new Journal(Lookout.log(journal), clock, "rostering"),
                aws.clientOf("Rostering", DynamoDbClient.class),
                aws.clientOf("Rostering", SsmClient.class));
        try {
            rostering.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A secret, by the name of its setting. */
    String secret(String setting) {
        String name = aws.settingsOf("Rostering").text(setting);
        return aws.ssm()
                .getParameters(ask -> ask.names(name).withDecryption(true))
                .parameters()
                .getFirst()
                .value();
    }

    Tip tip(Priority priority, Category category, Optional<Thana> thana) {
        return new Tip(
                Reference.draw(draw),
                new CitizenId("c1".repeat(32)),
                Language.HINDI,
                Status.NEW,
                new Judgement(category, priority, thana, Optional.empty(), List.of()),
                "chaku le kar ghoom raha hai",
                1,
                priority.wakesAnOfficer() ? Optional.of(clock.instant()) : Optional.empty(),
                0,
                clock.instant(),
                clock.instant(),
                1);
    }

    Tip tip(Priority priority) {
        return tip(priority, Category.VIOLENCE, Optional.of(KURUD));
    }

    /** The tip after its citizen or an admin changed it. */
    Tip changed(Tip tip, Priority priority, int raises, Status status) {
        Judgement was = tip.judgement();
        return new Tip(
                tip.reference(),
                tip.citizen(),
                tip.language(),
                status,
                new Judgement(was.category(), priority, was.thana(), was.vehicle(), was.reasons()),
                tip.text(),
                tip.parts() + 1,
                raises > tip.raises() ? Optional.of(clock.instant()) : tip.urgentSince(),
                raises,
                tip.createdAt(),
                clock.instant(),
                tip.version() + 1);
    }

    /** The tip after its station was learnt. */
    Tip placed(Tip tip, Thana thana) {
        Judgement was = tip.judgement();
        return new Tip(
                tip.reference(),
                tip.citizen(),
                tip.language(),
                tip.status(),
                new Judgement(was.category(), was.priority(), Optional.of(thana), was.vehicle(), was.reasons()),
                tip.text(),
                tip.parts() + 1,
                tip.urgentSince(),
                tip.raises(),
                tip.createdAt(),
                clock.instant(),
                tip.version() + 1);
    }

    /** Tells the function what the Tips stream tells. */
    ObjectNode tell(Alerting alerting, @Nullable Tip before, Tip after) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode change = event.putArray("Records").addObject();
        change.put("eventName", before == null ? "INSERT" : "MODIFY");
        ObjectNode dynamodb = change.putObject("dynamodb");
        dynamodb.put("SequenceNumber", "1");
        if (before != null) {
            dynamodb.set("OldImage", image(before));
        }
        dynamodb.set("NewImage", image(after));
        return call(alerting, event);
    }

    ObjectNode tell(Tip fresh) {
        return tell(alerting(), null, fresh);
    }

    /** Tells the function that a minute has passed. */
    ObjectNode sweep() {
        return sweep(alerting());
    }

    ObjectNode sweep(Alerting alerting) {
        return call(alerting, JSON.createObjectNode().put("sweep", "due"));
    }

    /** Tells the function that an hour has passed; how many gaps lie ahead. */
    int lookForGaps() {
        return call(alerting(), JSON.createObjectNode().put("sweep", "gaps"))
                .path("gaps")
                .asInt(-1);
    }

    /** Lets minutes pass, with a sweep at the end of each. */
    void pass(int minutes) {
        for (int i = 0; i < minutes; i++) {
            clock.move(Duration.ofMinutes(1));
            sweep();
        }
    }

    /** A line as SNS logs it, as far as we read it, with a number that we must not keep. */
    static String outcome(String providerId, String status, String number) {
        ObjectNode line = JSON.createObjectNode().put("status", status);
        line.putObject("notification").put("messageId", providerId);
        line.putObject("delivery").put("destination", number).put("providerResponse", "told of " + number);
        return line.toString();
    }

    /** Hands over lines of SNS's log, as its subscription does; how many alerts they told of. */
    int logged(String messageType, String... lines) {
        return logged(alerting(), messageType, lines);
    }

    int logged(Alerting alerting, String messageType, String... lines) {
        ObjectNode batch = JSON.createObjectNode().put("messageType", messageType);
        ArrayNode events = batch.putArray("logEvents");
        for (String line : lines) {
            events.addObject().put("message", line);
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(JSON.writeValueAsBytes(batch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode event = JSON.createObjectNode();
        event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(zipped.toByteArray()));
        return call(alerting, event).path("outcomes").asInt(-1);
    }

    private static ObjectNode call(Alerting alerting, ObjectNode event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            alerting.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, null);
            return (ObjectNode) JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode image(Tip tip) {
        ObjectNode image = JSON.createObjectNode();
        new Tips(aws.dynamo(), aws.table("Tips"), Retention.ofDays(400))
                .put(tip)
                .put()
                .item()
                .forEach((name, value) -> image.set(name, typed(value)));
        return image;
    }

    private static ObjectNode typed(AttributeValue value) {
        ObjectNode typed = JSON.createObjectNode();
        if (value.s() != null) {
            return typed.put("S", value.s());
        }
        if (value.n() != null) {
            return typed.put("N", value.n());
        }
        ArrayNode list = typed.putArray("L");
        value.l().forEach(element -> list.add(typed(element)));
        return typed;
    }

    /** The SMS since the night began. */
    List<Sms> sms() {
        List<Sms> all = aws.sns().inbox();
        return all.subList(heardBefore, all.size());
    }

    /** To which numbers SMS went, in order. */
    List<String> numbers() {
        return sms().stream().map(Sms::phone).toList();
    }

    String journal() {
        return journal.toString(StandardCharsets.UTF_8);
    }

    Alerts alerts() {
        return new Alerts(aws.dynamo(), aws.table("Alerts"), Retention.ofDays(400));
    }

    Climbs climbs() {
        return new Climbs(aws.dynamo(), aws.table("Alerts"), Retention.ofDays(400));
    }

    Acknowledgements acknowledgements() {
        return new Acknowledgements(alerts(), climbs(), Ladders.ofResources());
    }

    List<Alert> alertsOf(Tip tip) {
        return alerts().of(tip.reference());
    }

    List<Outgoing> outbox() {
        return aws.dynamo().scanPaginator(scan -> scan.tableName(aws.table("Outbox"))).items().stream()
                .map(Row::new)
                .map(Outbox::of)
                .toList();
    }

    List<TimelineEntry> timelineOf(Tip tip) {
        return new Timeline(aws.dynamo(), aws.table("Timeline"), Retention.ofDays(400)).of(tip.reference());
    }

    /** Writes a tip, as the intake does. */
    Tip keep(Tip tip) {
        Put put = new Tips(aws.dynamo(), aws.table("Tips"), Retention.ofDays(400))
                .put(tip)
                .put();
        aws.dynamo().putItem(b -> b.tableName(put.tableName()).item(put.item()));
        return tip;
    }

    /** Tells the function what the Alerts stream tells of acknowledged alerts. */
    void tellAcknowledged(Tip tip) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        aws
                .dynamo()
                .query(query -> query.tableName(aws.table("Alerts"))
                        .keyConditionExpression("tip = :tip")
                        .expressionAttributeValues(Map.of(
                                ":tip", AttributeValue.fromS(tip.reference().text()))))
                .items()
                .stream()
                .filter(item -> new Row(item)
                                .optional("state")
                                .filter("acknowledged"::equals)
                                .isPresent()
                        && item.containsKey("officer"))
                .forEach(item -> {
                    ObjectNode dynamodb =
                            records.addObject().put("eventName", "MODIFY").putObject("dynamodb");
                    dynamodb.put("SequenceNumber", Integer.toString(records.size()));
                    ObjectNode image = dynamodb.putObject("NewImage");
                    item.forEach((name, value) -> image.set(name, typed(value)));
                });
        if (!call(alerting(), event).path("batchItemFailures").isEmpty()) {
            throw new AssertionError("The function failed: " + journal());
        }
    }

    @Override
    public void close() {
        aws.close();
    }
}
