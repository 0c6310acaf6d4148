package in.suchna.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.CitizenId;
import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Climb;
import in.suchna.duty.Rollcall;
import in.suchna.duty.Unit;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.lookout.Lookout;
import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import in.suchna.message.MessageId;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Sealed;
import in.suchna.store.Alerts;
import in.suchna.store.Citizens;
import in.suchna.store.Climbs;
import in.suchna.store.Messages;
import in.suchna.store.Officers;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.surroundings.Settings;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The intake on local tables: messages are kept, told as the stream tells them, and what came of them is looked up. */
final class Desk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final Retention RETENTION = Retention.ofDays(400);

    private final LocalAws aws =
            LocalAws.inMemory(Path.of("../../template.yaml"), Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Queue<KeptMessage> toRetry = new ConcurrentLinkedQueue<>();
    private final Intake intake;

    Desk() {
        Settings settings = aws.settingsOf("Intake");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Journal journal = new Journal(Lookout.log(log), clock, "intake");
        this.intake =
                new Intake(settings, clock, journal, new SecureRandom(), aws.clientOf("Intake", DynamoDbClient.class));
    }

    void empty() {
        log.reset();
        toRetry.clear();
        for (String table : List.of("Messages", "Citizens", "Tips", "Timeline", "Outbox")) {
            var keys = aws.dynamo()
                    .describeTable(b -> b.tableName(aws.table(table)))
                    .table()
                    .keySchema();
            rows(table)
                    .forEach(row -> aws.dynamo()
                            .deleteItem(b -> b.tableName(aws.table(table))
                                    .key(keys.stream()
                                            .collect(java.util.stream.Collectors.toMap(
                                                    k -> k.attributeName(),
                                                    k -> java.util.Objects.requireNonNull(
                                                            row.get(k.attributeName())))))));
        }
    }

    private List<Map<String, AttributeValue>> rows(String table) {
        return aws.dynamo().scan(b -> b.tableName(aws.table(table))).items();
    }

    KeptMessage message(String id, String citizen, String text) {
        ObjectNode content = JSON.createObjectNode();
        content.putObject("text").put("body", text);
        return of(id, citizen, "text", content.toString());
    }

    KeptMessage tap(String id, String citizen, String choice, String title) {
        ObjectNode content = JSON.createObjectNode();
        ObjectNode interactive = content.putObject("interactive").put("type", "button_reply");
        interactive.putObject("button_reply").put("id", choice).put("title", title);
        return of(id, citizen, "interactive", content.toString());
    }

    KeptMessage withoutSender(String id, String text) {
        KeptMessage m = message(id, "nobody", text);
        return kept(m, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    KeptMessage alsoKnown(String id, String citizen, List<String> aliases, String text) {
        KeptMessage m = message(id, citizen, text);
        return kept(
                m,
                m.citizen(),
                Optional.empty(),
                aliases.stream().map(CitizenId::new).toList(),
                m.address());
    }

    /** A message that shows the sender's number beside the user id. */
    KeptMessage showing(String id, String user, String number, String text) {
        KeptMessage m = message(id, user, text);
        CitizenId shown = new CitizenId(number);
        return kept(m, m.citizen(), Optional.of(shown), List.of(shown), m.address());
    }

    private static KeptMessage kept(
            KeptMessage m,
            Optional<CitizenId> citizen,
            Optional<CitizenId> number,
            List<CitizenId> aliases,
            Optional<Sealed> address) {
        return new KeptMessage(
                m.id(),
                m.kind(),
                m.field(),
                m.type(),
                citizen,
                number,
                aliases,
                m.content(),
                m.original(),
                address,
                m.sentAt(),
                m.keptAt());
    }

    KeptMessage of(String id, String citizen, String type, String content) {
        return new KeptMessage(
                new MessageId(id),
                Kind.LIVE,
                "messages",
                type,
                Optional.of(new CitizenId(citizen)),
                Optional.empty(),
                List.of(),
                content,
                sealed(),
                Optional.of(sealed()),
                NOW,
                NOW);
    }

    private static Sealed sealed() {
        byte[] bytes = new byte[Sealed.HEADER + 32];
        bytes[0] = Sealed.VERSION;
        return new Sealed(bytes);
    }

    /** Kept, then told by the stream. */
    String hears(KeptMessage message) {
        return tells(keeps(message));
    }

    KeptMessage keeps(KeptMessage message) {
        new Messages(aws.dynamo(), aws.table("Messages"), RETENTION).keep(message);
        return message;
    }

    /** Told by the stream, perhaps not for the first time. */
    @SuppressWarnings("NullAway") // Lambda's context is not used
    String tells(KeptMessage message) {
        Map<String, AttributeValue> item = aws.dynamo()
                .getItem(b -> b.tableName(aws.table("Messages"))
                        .key(Map.of("id", AttributeValue.fromS(message.id().text()))))
                .item();
        ObjectNode event = JSON.createObjectNode();
        ObjectNode stream = event.putArray("Records")
                .addObject()
                .put("eventName", "INSERT")
                .putObject("dynamodb")
                .put("SequenceNumber", "1");
        ObjectNode image = stream.putObject("NewImage");
        item.forEach((name, value) -> write(image.putObject(name), value));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            intake.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = answer.toString(StandardCharsets.UTF_8);
        if (text.contains("itemIdentifier")) {
            toRetry.add(message);
        }
        return text;
    }

    private static void write(ObjectNode node, AttributeValue value) {
        if (value.s() != null) {
            node.put("S", value.s());
        } else if (value.n() != null) {
            node.put("N", value.n());
        } else if (value.b() != null) {
            node.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
        } else {
            var list = node.putArray("L");
            value.l().forEach(v -> write(list.addObject(), v));
        }
    }

    /** Tells again what failed, as the stream does. */
    void retries() {
        for (int i = 0; i < 20 && !toRetry.isEmpty(); i++) {
            KeptMessage next = toRetry.poll();
            if (next != null) {
                tells(next);
            }
        }
    }

    void failsNext() {
        AtomicBoolean failed = new AtomicBoolean();
        aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().contains("Transact") && failed.compareAndSet(false, true)) {
                    throw Fault.timeout();
                }
            }
        });
    }

    /** The next call that writes a single row fails. */
    void failsToPut() {
        AtomicBoolean failed = new AtomicBoolean();
        aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().contains("PutItem") && failed.compareAndSet(false, true)) {
                    throw Fault.timeout();
                }
            }
        });
    }

    Rollcall rollcall() {
        return new Officers(aws.dynamo(), aws.table("Officers")).all();
    }

    /** The calls something makes. */
    Map<String, Long> callsOf(Runnable what) {
        forgetCalls();
        what.run();
        return calls();
    }

    List<Tip> tips() {
        return rows("Tips").stream().map(Row::new).map(Tips::of).toList();
    }

    /** How many tips stand in the desk's queue. */
    long queued() {
        return rows("Tips").stream().filter(row -> row.containsKey("queue")).count();
    }

    Tip onlyTip() {
        List<Tip> tips = tips();
        if (tips.size() != 1) {
            throw new AssertionError("Expected one tip, there are " + tips.size() + "; the log: " + log());
        }
        return tips.getFirst();
    }

    List<TimelineEntry> timelineOf(Tip tip) {
        return new Timeline(aws.dynamo(), aws.table("Timeline"), RETENTION).of(tip.reference());
    }

    List<Outgoing> outbox() {
        return rows("Outbox").stream().map(Row::new).map(Outbox::of).toList();
    }

    /** The messages that still hold an original or an address. */
    List<String> sealedMessages() {
        return rows("Messages").stream()
                .filter(row -> row.containsKey("original") || row.containsKey("address"))
                .map(row -> new Row(row).text("id"))
                .toList();
    }

    Citizens citizens() {
        return new Citizens(aws.dynamo(), aws.table("Citizens"), RETENTION);
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        aws.close();
    }

    /** Puts officers on the roster, by the id their messages come under. */
    void officers(Map<CitizenId, String> byId) {
        new Officers(aws.dynamo(), aws.table("Officers")).replaceBy(byId, NOW);
    }

    /** Lets an officer be told of a tip. */
    void called(Tip tip, String officer, Unit unit) {
        Climb climb = Climb.of(tip);
        climbs().save(climb, Optional.empty());
        alerts().raise(new Alert(
                tip.reference(),
                0,
                0,
                officer,
                unit,
                climb.priority(),
                climb.thana(),
                AlertState.PENDING,
                0,
                NOW,
                NOW));
    }

    Climbs climbs() {
        return new Climbs(aws.dynamo(), aws.table("Alerts"), RETENTION);
    }

    Alerts alerts() {
        return new Alerts(aws.dynamo(), aws.table("Alerts"), RETENTION);
    }

    Map<String, Long> calls() {
        return aws.calls().of("Intake");
    }

    void forgetCalls() {
        aws.calls().reset();
    }
}
