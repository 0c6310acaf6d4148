package in.suchna.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.policy.Fault;
import in.suchna.lookout.Lookout;
import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import in.suchna.message.MessageId;
import in.suchna.message.Receipt;
import in.suchna.seal.Address;
import in.suchna.seal.Opener;
import in.suchna.seal.Pepper;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealed;
import in.suchna.seal.Signature;
import in.suchna.store.Messages;
import in.suchna.store.Receipts;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.webhook.body.BodyJson;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The webhook on one machine, with what stands behind its counter: tables, journal, and the seal's key. */
public final class Counter implements AutoCloseable {
    /** When all tests happen. */
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    static final ObjectMapper JSON = new ObjectMapper();
    static final Path TEMPLATE = root().resolve("template.yaml");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final LocalAws aws = LocalAws.inMemory(TEMPLATE, Map.of(), CLOCK);
    private final ByteArrayOutputStream journal = new ByteArrayOutputStream();
    private final Webhook webhook;

    /** Opens. */
    public Counter() {
        webhook = new Webhook(
                aws.settingsOf("Webhook"),
                CLOCK,
                new Journal(Lookout.log(journal), CLOCK, "webhook"),
                new SecureRandom(),
                aws.clientOf("Webhook", DynamoDbClient.class),
                aws.clientOf("Webhook", KmsClient.class),
                aws.clientOf("Webhook", SsmClient.class));
    }

    /** The clone's top folder. */
    public static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!at.resolve("template.yaml").toFile().exists()) {
            at = Objects.requireNonNull(at.getParent(), "The tests run inside the clone");
        }
        return at;
    }

    LocalAws aws() {
        return aws;
    }

    Webhook webhook() {
        return webhook;
    }

    /** Lets everything be forgotten. */
    void clear() {
        aws.calls().failBy(Fault.NONE);
        aws.calls().reset();
        journal.reset();
        for (String table : List.of("Messages", "Receipts")) {
            items(table)
                    .forEach(item -> aws.dynamo()
                            .deleteItem(b -> b.tableName(aws.table(table)).key(Map.of("id", item.get("id")))));
        }
    }

    /** The answer to a request. */
    JsonNode ask(ObjectNode event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            webhook.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, new NoContext());
            return JSON.readTree(Lookout.page("webhook", out.toString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode event(String method) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.putObject("requestContext").putObject("http").put("method", method);
        event.putObject("headers").put("content-type", "application/json");
        event.put("isBase64Encoded", false);
        return event;
    }

    ObjectNode signed(byte[] body) {
        ObjectNode event = event("POST");
        ((ObjectNode) event.get("headers")).put("x-hub-signature-256", signature(body));
        event.put("body", new String(body, StandardCharsets.UTF_8));
        return event;
    }

    String signature(byte[] body) {
        return new Signature(aws.secret("AppSecretName")).of(body);
    }

    /** Signs and posts; the answer's status. */
    int post(byte[] body) {
        ObjectNode event = signed(body);
        event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        return ask(event).path("statusCode").asInt();
    }

    int post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    List<Map<String, AttributeValue>> items(String table) {
        return aws.dynamo().scanPaginator(b -> b.tableName(aws.table(table)).consistentRead(true)).items().stream()
                .toList();
    }

    /** All rows of messages but further slices. */
    List<KeptMessage> messages() {
        return rows().filter(row -> row.kind() != Kind.PART).toList();
    }

    Stream<KeptMessage> rows() {
        return items("Messages").stream().map(Row::new).map(Messages::of);
    }

    KeptMessage message() {
        List<KeptMessage> all = messages();
        if (all.size() != 1) {
            throw new AssertionError("There is not one message but " + all.size());
        }
        return all.getFirst();
    }

    List<Receipt> receipts() {
        return items("Receipts").stream().map(Row::new).map(Receipts::of).toList();
    }

    JsonNode content(KeptMessage message) {
        return tree(message.content());
    }

    static JsonNode tree(String text) {
        try {
            return BodyJson.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The original's bytes, from all rows it is in. */
    byte[] original(KeptMessage message) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(open(Purpose.ORIGINAL, message.original()));
        int parts = content(message).path("parts").asInt(1);
        Messages messages = new Messages(aws.dynamo(), aws.table("Messages"), Retention.ofDays(400));
        for (int part = 1; part < parts; part++) {
            MessageId id = new MessageId(message.id() + "/" + part);
            whole.writeBytes(
                    open(Purpose.ORIGINAL, messages.find(id).orElseThrow().original()));
        }
        return whole.toByteArray();
    }

    JsonNode originalTree(KeptMessage message) {
        return tree(new String(original(message), StandardCharsets.UTF_8));
    }

    /** The opened address. */
    Optional<Address> address(KeptMessage message) {
        return message.address().map(box -> Address.of(open(Purpose.ADDRESS, box)));
    }

    private byte[] open(Purpose purpose, Sealed sealed) {
        Opener opener = new Opener(wrapped -> aws.kms()
                .decrypt(b -> b.keyId(aws.settingsOf("Webhook").text("SEAL_KEY"))
                        .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                        .ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
                .plaintext()
                .asByteArray());
        return opener.open(purpose, sealed);
    }

    Pepper pepper() {
        return new Pepper(aws.secret("PepperName").getBytes(StandardCharsets.UTF_8));
    }

    String journal() {
        return journal.toString(StandardCharsets.UTF_8);
    }

    long counted(String metric) {
        return journal()
                .lines()
                .map(Counter::tree)
                .mapToLong(line -> line.path(metric).asLong())
                .sum();
    }

    /** All that someone with the tables and the log, but without keys, can read. */
    String everythingInTheClear() {
        StringBuilder all = new StringBuilder(journal());
        for (String table : List.of("Messages", "Receipts")) {
            for (Map<String, AttributeValue> item : items(table)) {
                item.forEach((name, value) -> all.append(name)
                        .append('=')
                        .append(value.b() == null ? value.toString() : latin(value))
                        .append('\n'));
            }
        }
        return all.toString();
    }

    private static String latin(AttributeValue value) {
        return new String(value.b().asByteArray(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        aws.close();
    }
}
