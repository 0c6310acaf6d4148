package in.suchna.reply;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.MovingClock;
import in.suchna.localaws.policy.Fault;
import in.suchna.lookout.Lookout;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Address;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealed;
import in.suchna.seal.Sealer;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The reply function with its role's clients, on AWS of this machine and the fake WhatsApp. */
final class Stage implements AutoCloseable {
    static final String PHONE = "915555012345";
    static final String USER_ID = "IN.5550123456789";
    static final String WAMID = "wamid.OUROWNINVENTED01";
    static final String TEXT = "{\"type\":\"text\",\"text\":{\"body\":\"We have it.\"}}";
    static final String TEMPLATE =
            "{\"type\":\"template\",\"template\":{\"name\":\"tip_update\",\"language\":{\"code\":\"hi\"}}}";
    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    final MovingClock clock = new MovingClock(START);
    final FakeGraph graph = new FakeGraph();
    final LocalAws aws;
    final Outbox outbox;
    private final Sealer sealer;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final AtomicInteger receipts = new AtomicInteger();
    private Reply reply;

    Stage() {
        this("first");
    }

    /** @param sealKeys how far a change of the seal's key has come, as the template's parameter says it */
    Stage(String sealKeys) {
        this.aws = LocalAws.inMemory(
                Path.of("../../template.yaml").toAbsolutePath().normalize(),
                Map.of("GraphUrl", graph.url(), "SealKeys", sealKeys),
                clock);
        this.outbox = new Outbox(aws.dynamo(), aws.table("Outbox"), Retention.ofDays(400));
        this.sealer = sealer(aws.settingsOf("Webhook").text("SEAL_KEY"));
        this.reply = reply();
    }

    private Sealer sealer(String keyId) {
        byte[] publicKey = aws.kms()
                .getPublicKey(GetPublicKeyRequest.builder().keyId(keyId).build())
                .publicKey()
                .asByteArray();
        return new Sealer(publicKey, SecureRandom::new);
    }

    /** Sealed before the key was changed. */
    Sealed sealedToTheFirstKey(Address address) {
        return sealer(Objects.requireNonNull(aws.template().keys().get("SealKey")))
                .envelope()
                .seal(Purpose.ADDRESS, address.bytes());
    }

    private Reply reply() {
        return new Reply(
                aws.settingsOf("Reply"),
                clock,
                new Journal(Lookout.log(log), clock, "reply"),
                new SecureRandom(),
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build(),
                aws.clientOf("Reply", DynamoDbClient.class),
                aws.clientOf("Reply", KmsClient.class),
                aws.clientOf("Reply", SsmClient.class),
                new Graph.Deadlines(Duration.ofMillis(700), Duration.ofMillis(400)));
    }

    /** Empties the outbox, the log and the fake's memory, and starts a new process. */
    void reset() {
        for (Map<String, AttributeValue> item : rows()) {
            aws.dynamo().deleteItem(b -> b.tableName(aws.table("Outbox")).key(Map.of("id", item.get("id"))));
        }
        aws.calls().failBy(Fault.NONE);
        aws.calls().reset();
        graph.forget();
        log.reset();
        reply = reply();
    }

    // ---- what stands in the outbox

    Sealed sealed(Address address) {
        return sealer.envelope().seal(Purpose.ADDRESS, address.bytes());
    }

    static Address citizen() {
        return new Address(Optional.of(PHONE), Optional.of(USER_ID), Optional.of(WAMID));
    }

    Outgoing row(String id) {
        return row(id, citizen(), TEXT, Optional.of(TEMPLATE));
    }

    Outgoing row(String id, Address address, String payload, Optional<String> template) {
        return row(id, sealed(address), payload, template);
    }

    Outgoing row(String id, Sealed address, String payload, Optional<String> template) {
        Instant now = clock.instant();
        return new Outgoing(
                id,
                Optional.of("7K3QM9T"),
                address,
                payload,
                template,
                now.plus(Duration.ofHours(24)),
                Delivery.WAITING,
                0,
                now,
                now.plus(Duration.ofMinutes(1)));
    }

    /** Writes a row, as intake does. */
    String put(Outgoing outgoing) {
        aws.dynamo().transactWriteItems(b -> b.transactItems(outbox.put(outgoing)));
        return outgoing.id();
    }

    String put(String id) {
        return put(row(id));
    }

    Row kept(String id) {
        return outbox.row(id).orElseThrow();
    }

    String status(String id) {
        return kept(id).text("status");
    }

    List<Map<String, AttributeValue>> rows() {
        return aws.dynamo().scan(b -> b.tableName(aws.table("Outbox"))).items();
    }

    // ---- what wakes the function

    /** Tells the rows as the Outbox's stream does. */
    JsonNode tell(String... ids) {
        List<Map<String, AttributeValue>> images = new ArrayList<>();
        for (String id : ids) {
            images.add(kept(id).item());
        }
        return tellImages(images);
    }

    JsonNode tellImages(List<Map<String, AttributeValue>> images) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (int i = 0; i < images.size(); i++) {
            ObjectNode dynamodb = records.addObject()
                    .put("eventName", "INSERT")
                    .putObject("dynamodb")
                    .put("SequenceNumber", Integer.toString(100 + i));
            dynamodb.set("NewImage", image(images.get(i)));
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

    /** One receipt's stream image. */
    Map<String, AttributeValue> receipt(String outboxId, String status, Instant at, Optional<Integer> code) {
        Map<String, AttributeValue> image = new java.util.HashMap<>(Map.of(
                "id", AttributeValue.fromS("receipt-" + receipts.incrementAndGet()),
                "status", AttributeValue.fromS(status),
                "content", AttributeValue.fromS("{}"),
                "at", AttributeValue.fromN(Long.toString(at.toEpochMilli())),
                "keptAt", AttributeValue.fromN(Long.toString(clock.millis()))));
        if (!outboxId.isEmpty()) {
            image.put("outbox", AttributeValue.fromS(outboxId));
        }
        code.ifPresent(c -> image.put("errorCode", AttributeValue.fromN(Integer.toString(c))));
        return image;
    }

    JsonNode tellReceipt(String outboxId, String status) {
        return tellImages(List.of(receipt(outboxId, status, clock.instant(), Optional.empty())));
    }

    JsonNode tellFailed(String outboxId, int code) {
        return tellImages(List.of(receipt(outboxId, "failed", clock.instant(), Optional.of(code))));
    }

    JsonNode sweep() {
        return handle(JSON.createObjectNode().put("sweep", "due"));
    }

    /** Lets time pass, sweeping each time. */
    void sweepAfter(Duration time) {
        clock.move(time);
        sweep();
    }

    private JsonNode handle(JsonNode event) {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            reply.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, noContext());
            return JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The handler's answer", e);
        }
    }

    @SuppressWarnings("NullAway") // the function looks at no context
    private static Context noContext() {
        return null;
    }

    // ---- what it said of itself

    List<String> lines() {
        return log.toString(StandardCharsets.UTF_8).lines().toList();
    }

    long counted(String metric) {
        return lines().stream().filter(l -> l.contains("\"" + metric + "\":1")).count();
    }

    @Override
    public void close() {
        graph.close();
        aws.close();
    }
}
