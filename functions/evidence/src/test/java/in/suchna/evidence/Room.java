package in.suchna.evidence;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.evidence.whatsapp.Shelf;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.MovingClock;
import in.suchna.lookout.Lookout;
import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import in.suchna.message.MessageId;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealer;
import in.suchna.store.Attachments;
import in.suchna.store.Messages;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The evidence function with its role's clients, on AWS of this machine and the fake shelf. */
final class Room implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    final MovingClock clock = new MovingClock(START);
    final FakeShelf shelf = new FakeShelf();
    final LocalAws aws;
    final Messages messages;
    final Attachments attachments;
    final Timeline timeline;
    private final Tips tips;
    private final Sealer.Envelope envelope;
    private final Random random = new Random(7);
    private final AtomicInteger ids = new AtomicInteger();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Evidence evidence;
    private int secondsLeft = 300;

    Room() {
        this(new Shelf.Deadlines(Duration.ofSeconds(2), Duration.ofSeconds(5)));
    }

    Room(Shelf.Deadlines deadlines) {
        Map<String, String> all = Map.of("GraphUrl", shelf.origin() + "/graph", "MediaOrigins", shelf.origin());
        this.aws = LocalAws.inMemory(
                Path.of("../../template.yaml").toAbsolutePath().normalize(), all, clock);
        Retention year = Retention.ofDays(400);
        this.messages = new Messages(aws.dynamo(), aws.table("Messages"), year);
        this.attachments = new Attachments(aws.dynamo(), aws.table("Attachments"), year);
        this.timeline = new Timeline(aws.dynamo(), aws.table("Timeline"), year);
        this.tips = new Tips(aws.dynamo(), aws.table("Tips"), year);
        byte[] publicKey = aws.kms()
                .getPublicKey(GetPublicKeyRequest.builder()
                        .keyId(aws.settingsOf("Webhook").text("SEAL_KEY"))
                        .build())
                .publicKey()
                .asByteArray();
        this.envelope = new Sealer(publicKey, SecureRandom::new).envelope();
        this.evidence = new Evidence(
                aws.settingsOf("Evidence"),
                clock,
                new Journal(Lookout.log(log), clock, "evidence"),
                new SecureRandom(),
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build(),
                aws.clientOf("Evidence", DynamoDbClient.class),
                aws.clientOf("Evidence", S3Client.class),
                aws.clientOf("Evidence", SsmClient.class),
                deadlines);
    }

    // ---- what the neighbours do

    /** Keeps a message with a file, as the webhook does. */
    MessageId keep(String type, String mediaId) {
        return keep(type, mediaId, Optional.of(shelf.sha256(mediaId)), Optional.empty());
    }

    MessageId keep(String type, String mediaId, Optional<String> hexHash, Optional<String> url) {
        MessageId id = new MessageId("message-" + ids.incrementAndGet());
        ObjectNode content = JSON.createObjectNode().put("type", type);
        ObjectNode file = content.putObject(type).put("id", mediaId).put("mime_type", "image/jpeg");
        hexHash.ifPresent(hex -> file.put(
                "sha256", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex))));
        url.ifPresent(address -> file.put("url", address));
        messages.keep(new KeptMessage(
                id,
                Kind.LIVE,
                "messages",
                type,
                Optional.of(new CitizenId("citizen")),
                Optional.empty(),
                List.of(),
                content.toString(),
                envelope.seal(Purpose.ORIGINAL, new byte[] {1}),
                Optional.of(envelope.seal(Purpose.ADDRESS, new byte[] {2})),
                clock.instant(),
                clock.instant()));
        return id;
    }

    /** Puts a message to a new tip, as the intake does. */
    Reference take(MessageId id) {
        Reference reference = Reference.draw(random);
        Tip tip = new Tip(
                reference,
                new CitizenId("citizen"),
                Language.ENGLISH,
                Status.NEW,
                new Judgement(Category.THEFT, Priority.NORMAL, Optional.empty(), Optional.empty(), List.of()),
                "",
                1,
                Optional.empty(),
                0,
                clock.instant(),
                clock.instant(),
                0);
        aws.dynamo()
                .transactWriteItems(b ->
                        b.transactItems(messages.handled(id, Optional.of(reference), clock.instant()), tips.put(tip)));
        return reference;
    }

    /** Takes a message that becomes no tip. */
    void takeWithoutTip(MessageId id) {
        aws.dynamo().transactWriteItems(b -> b.transactItems(messages.handled(id, Optional.empty(), clock.instant())));
    }

    // ---- what wakes the function

    /** Tells of messages as the Messages stream does when they are kept. */
    JsonNode tell(MessageId... kept) {
        return tell("INSERT", kept);
    }

    /** Tells of messages as the Messages stream does when the intake has put them to a tip. */
    JsonNode tellTaken(MessageId... taken) {
        return tell("MODIFY", taken);
    }

    private JsonNode tell(String change, MessageId... ids) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (int i = 0; i < ids.length; i++) {
            ObjectNode dynamodb = records.addObject()
                    .put("eventName", change)
                    .putObject("dynamodb")
                    .put("SequenceNumber", Integer.toString(100 + i));
            dynamodb.set("NewImage", image(row("Messages", ids[i]).item()));
        }
        return handle(event);
    }

    private static ObjectNode image(Map<String, AttributeValue> item) {
        ObjectNode image = JSON.createObjectNode();
        item.forEach((name, value) -> {
            ObjectNode typed = image.putObject(name);
            if (value.s() != null) {
                typed.put("S", value.s());
            } else if (value.n() != null) {
                typed.put("N", value.n());
            } else {
                typed.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            }
        });
        return image;
    }

    JsonNode sweep() {
        return handle(JSON.createObjectNode().put("sweep", "due"));
    }

    JsonNode sweepAfter(Duration time) {
        clock.move(time);
        return sweep();
    }

    /** Leaves the function so much time. */
    void leave(int seconds) {
        secondsLeft = seconds;
    }

    private JsonNode handle(JsonNode event) {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            evidence.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, context());
            return JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The handler's answer", e);
        }
    }

    private Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> secondsLeft * 1000);
    }

    // ---- what came of it

    Row row(String table, MessageId id) {
        return new Row(aws.dynamo()
                .getItem(b -> b.tableName(aws.table(table))
                        .key(Map.of("id", AttributeValue.fromS(id.text())))
                        .consistentRead(true))
                .item());
    }

    List<TimelineEntry> timelineOf(Reference tip) {
        return timeline.of(tip);
    }

    byte[] object(String key) {
        String bucket = aws.settingsOf("Evidence").text("EXHIBITS_BUCKET");
        return aws.s3().getObjectAsBytes(b -> b.bucket(bucket).key(key)).asByteArray();
    }

    List<JsonNode> said() {
        return aws.dynamo().scan(b -> b.tableName(aws.table("Outbox"))).items().stream()
                .map(item -> json(new Row(item).text("payload")))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A payload", e);
        }
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    long counted(String metric) {
        return log().lines().filter(l -> l.contains("\"" + metric + "\":1")).count();
    }

    @Override
    public void close() {
        shelf.close();
        aws.close();
    }
}
