package in.suchna.reveal;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.Citizen;
import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.lookout.Lookout;
import in.suchna.seal.Address;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealed;
import in.suchna.seal.Sealer;
import in.suchna.store.Citizens;
import in.suchna.store.Disclosures;
import in.suchna.store.Retention;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** Requesters and approvers, each with the rights of their own function. */
final class Office implements AutoCloseable {
    static final String NUMBER = "915555012345";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("<p class=\"code\">([^<]*)</p>");
    private static final Pattern ID = Pattern.compile("Request (R[0-9A-Z]{7})");

    private final Random random = new Random(5);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-24T06:30:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    final LocalAws aws = LocalAws.inMemory(Path.of("../../template.yaml"), Map.of(), clock);
    final Disclosures disclosures = new Disclosures(aws.dynamo(), aws.table("Reveals"), Retention.ofDays(400));
    private final Timeline timeline = new Timeline(aws.dynamo(), aws.table("Timeline"), Retention.ofDays(400));

    /** A request as its maker knows it. */
    record Asked(Reference tip, String id, String code) {}

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A tip of a citizen with a number, or of one who is forgotten. */
    Reference tip(boolean forgotten) {
        Reference reference = Reference.draw(random);
        CitizenId citizen = new CitizenId("citizen-" + reference);
        Judgement judged =
                new Judgement(Category.THEFT, Priority.NORMAL, Optional.empty(), Optional.empty(), List.of());
        Tip tip = new Tip(
                reference, citizen, Language.HINDI, Status.NEW, judged, "words", 1, Optional.empty(), 0, now, now, 0);
        byte[] key = aws.kms()
                .getPublicKey(b ->
                        b.keyId(Objects.requireNonNull(aws.template().keys().get("SealKey"))))
                .publicKey()
                .asByteArray();
        Sealed address = new Sealer(key, SecureRandom::new)
                .envelope()
                .seal(Purpose.ADDRESS, new Address(Optional.of(NUMBER), Optional.empty(), Optional.empty()).bytes());
        Citizen known = new Citizen(
                citizen,
                Optional.of(Language.HINDI),
                Optional.empty(),
                forgotten ? Optional.empty() : Optional.of(address),
                now,
                "{}",
                0);
        aws.dynamo()
                .transactWriteItems(b -> b.transactItems(
                        new Tips(aws.dynamo(), aws.table("Tips"), Retention.ofDays(400)).put(tip),
                        new Citizens(aws.dynamo(), aws.table("Citizens"), Retention.ofDays(400)).put(known)));
        return reference;
    }

    /** Asks who sent a tip. */
    Asked ask(Reference tip) {
        String html = requester(
                "request",
                "reveal-reference",
                tip.text(),
                "reveal-who",
                "DSP Verma",
                "reveal-cause",
                "ORDER",
                "reveal-authority",
                "CJM 12/2026");
        return new Asked(tip, found(ID, html), found(CODE, html));
    }

    /** The number or code shown, if one is. */
    static Optional<String> shown(String html) {
        Matcher code = CODE.matcher(html);
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("There is no " + pattern + " in " + html);
        }
        return matcher.group(1);
    }

    String show(String id, String code) {
        return requester("show", "reveal-id", id, "reveal-code", code);
    }

    /** The requesters' widget, with what stands in its fields. */
    String requester(String what, String... fields) {
        ObjectNode event = JSON.createObjectNode().put("view", "reveal-request").put("do", what);
        ObjectNode all = event.withObject("/widgetContext/forms/all");
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return answer(
                new RevealRequest(
                        aws.settingsOf("RevealRequest"),
                        clock,
                        journal(),
                        new SecureRandom(),
                        aws.clientOf("RevealRequest", DynamoDbClient.class)),
                event);
    }

    /** The approvers' widget. */
    String approver(String what, String id) {
        return approverAs("RevealApprove", what, id);
    }

    /** The approvers' widget in the hands of another function's role. */
    String approverAs(String role, String what, String id) {
        ObjectNode event = JSON.createObjectNode().put("view", "reveal-approve");
        if (!what.isEmpty()) {
            event.put("do", what).put("id", id);
        }
        return answer(
                new RevealApprove(
                        aws.settingsOf("RevealApprove"),
                        clock,
                        journal(),
                        new SecureRandom(),
                        aws.clientOf(role, DynamoDbClient.class),
                        aws.clientOf(role, KmsClient.class)),
                event);
    }

    private Journal journal() {
        return new Journal(Lookout.log(log), clock, "reveal");
    }

    private String answer(RequestStreamHandler handler, ObjectNode event) {
        pass(Duration.ofSeconds(1));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), answer, null);
            return JSON.readTree(answer.toByteArray()).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> timelineOf(Reference tip) {
        return timeline.of(tip).stream().map(TimelineEntry::what).toList();
    }

    String everythingKept() {
        return log.toString(StandardCharsets.UTF_8)
                + aws.dynamo().scan(b -> b.tableName(aws.table("Reveals"))).items()
                + aws.dynamo().scan(b -> b.tableName(aws.table("Timeline"))).items();
    }

    @Override
    public void close() {
        aws.close();
    }
}
