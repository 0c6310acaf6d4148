package in.suchna.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.lookout.Lookout;
import in.suchna.store.Retention;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The desk on tables in memory, as its role may use them, at a time that only moves when it is told to. */
final class AtWork implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String ARN = "arn:aws:lambda:ap-south-1:000000000000:function:suchna-desk:live";
    static final Instant BEGIN = Instant.parse("2026-11-24T06:30:00Z");

    private final Random random = new Random(11);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Instant now = BEGIN;

    final LocalAws aws;
    final Tips tips;
    final Timeline timeline;

    AtWork() {
        Clock clock = clock();
        this.aws = LocalAws.inMemory(Path.of("../../template.yaml"), Map.of(), clock);
        Retention retention = Retention.ofDays(400);
        this.tips = new Tips(aws.dynamo(), aws.table("Tips"), retention);
        this.timeline = new Timeline(aws.dynamo(), aws.table("Timeline"), retention);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Tip tip(Priority priority, String text) {
        return tip(new Judgement(Category.VIOLENCE, priority, Optional.empty(), Optional.empty(), List.of()), text);
    }

    Tip tip(Category category, Priority priority, String thana) {
        return tip(
                new Judgement(
                        category, priority, Optional.of(new Thana(thana)), Optional.empty(), List.of("because of it")),
                "words");
    }

    /** Puts a tip into the table; each is a second younger than the one before. */
    Tip tip(Judgement judgement, String text) {
        pass(Duration.ofSeconds(1));
        Tip tip = new Tip(
                Reference.draw(random),
                new CitizenId("citizen-" + random.nextInt(1_000_000)),
                Language.HINDI,
                Status.NEW,
                judgement,
                text,
                1,
                judgement.priority().wakesAnOfficer() ? Optional.of(now) : Optional.empty(),
                0,
                now,
                now,
                0);
        put(tip);
        return stored(tip);
    }

    void put(Tip tip) {
        aws.dynamo().transactWriteItems(b -> b.transactItems(tips.put(tip)));
    }

    Tip stored(Tip tip) {
        return tips.find(tip.reference()).orElseThrow();
    }

    /** What the console shows for these parameters, without fields. */
    String show(String... nameAndValue) {
        return answer(event(nameAndValue));
    }

    static ObjectNode event(String... nameAndValue) {
        ObjectNode event = JSON.createObjectNode();
        for (int i = 0; i < nameAndValue.length; i += 2) {
            event.put(nameAndValue[i], nameAndValue[i + 1]);
        }
        event.putObject("widgetContext")
                .put("theme", "light")
                .putObject("forms")
                .putObject("all");
        return event;
    }

    /** An event with what stands in the widget's fields. */
    static ObjectNode withFields(ObjectNode event, String... nameAndValue) {
        ObjectNode all = event.withObject("/widgetContext/forms/all");
        for (int i = 0; i < nameAndValue.length; i += 2) {
            all.put(nameAndValue[i], nameAndValue[i + 1]);
        }
        return event;
    }

    String answer(ObjectNode event) {
        return raw(event.toString());
    }

    /** The answer to an event as it comes, and as the console reads it. */
    String raw(String event) {
        Desk desk = new Desk(
                aws.settingsOf("Desk"),
                clock(),
                new Journal(Lookout.log(log), clock(), "desk"),
                aws.clientOf("Desk", DynamoDbClient.class),
                aws.clientOf("Desk", software.amazon.awssdk.services.sqs.SqsClient.class),
                aws.presigner());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            desk.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new Invoked(ARN));
            return Lookout.page("desk", JSON.readTree(answer.toByteArray()).asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError("The answer is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The desk could not answer", e);
        }
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        aws.close();
    }
}
