package in.suchna.notary;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.lookout.Lookout;
import in.suchna.store.Ledger;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** The notary with its role's clients, on AWS of this machine. */
final class Office implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Retention YEAR = Retention.ofDays(400);

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final LocalAws aws =
            LocalAws.inMemory(Path.of("../../template.yaml").toAbsolutePath().normalize(), Map.of(), clock);
    final Timeline timeline = new Timeline(aws.dynamo(), aws.table("Timeline"), YEAR);
    final Ledger ledger = new Ledger(aws.dynamo(), aws.table("Ledger"), YEAR);
    final String bucket = aws.settingsOf("Notary").text("EXHIBITS_BUCKET");
    private final Random random = new Random(5);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Notary notary = new Notary(
            aws.settingsOf("Notary"),
            clock,
            new Journal(Lookout.log(log), clock, "notary"),
            aws.clientOf("Notary", DynamoDbClient.class),
            aws.clientOf("Notary", S3Client.class));

    /** A tip with so many entries, an hour old. */
    Reference tip(int entries) {
        Reference reference = Reference.draw(random);
        IntStream.range(0, entries).mapToObj(i -> entry(reference, i)).forEach(timeline::appendNow);
        return reference;
    }

    static TimelineEntry entry(Reference reference, int number) {
        Instant at = NOW.minusSeconds(3600).plusSeconds(number);
        return new TimelineEntry(
                reference,
                TimelineEntry.idOf(at, "cause" + number),
                at,
                "message",
                "{\"said\":\"word " + number + "\"}");
    }

    /** Tells the notary of a tip's entries, as the stream does. */
    void seal(Reference reference) {
        timeline.rowsOf(reference).forEach(row -> tell("INSERT", Map.of(), row.item()));
    }

    JsonNode tell(String change, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode dynamodb = event.putArray("Records")
                .addObject()
                .put("eventName", change)
                .putObject("dynamodb")
                .put("SequenceNumber", "1");
        if (!before.isEmpty()) {
            dynamodb.set("OldImage", image(before));
        }
        if (!after.isEmpty()) {
            dynamodb.set("NewImage", image(after));
        }
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            notary.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, noContext());
            return JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The handler's answer", e);
        }
    }

    private static ObjectNode image(Map<String, AttributeValue> item) {
        ObjectNode image = JSON.createObjectNode();
        item.forEach((name, value) ->
                image.putObject(name).put(value.s() == null ? "N" : "S", value.s() == null ? value.n() : value.s()));
        return image;
    }

    @SuppressWarnings("NullAway") // the function looks at no context
    private static Context noContext() {
        return null;
    }

    List<ChainCheck.Fault> faults(Reference reference) {
        return ChainCheck.faults(timeline.rowsOf(reference), ledger.of(reference), NOW);
    }

    /** Writes over a row of a table behind everybody's back. */
    void change(String table, Row row, String attribute, AttributeValue value) {
        Map<String, AttributeValue> item = new HashMap<>(row.item());
        item.put(attribute, value);
        aws.dynamo().putItem(put -> put.tableName(aws.table(table)).item(item));
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        aws.close();
    }
}
