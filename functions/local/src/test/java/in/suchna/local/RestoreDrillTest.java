package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.local.whatsapp.Bubble;
import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import in.suchna.local.whatsapp.StoredMedia;
import in.suchna.localaws.LocalParameters;
import in.suchna.localaws.MovingClock;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.sms.Sms;
import in.suchna.localaws.template.Table;
import in.suchna.localaws.template.Template;
import in.suchna.lookout.Lookout;
import in.suchna.notary.CheckTimeline;
import in.suchna.replay.Refill;
import in.suchna.store.Roster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The drill: the tables are lost while tips of all kinds are under way, and a backup takes their place as the runbook says. */
class RestoreDrillTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path ROSTER = Path.of("functions/alert/roster.csv");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration BRIEF = Duration.ofMillis(200);
    private static final int BUSY = 131056;
    private static final Shift ADDED = new Shift(
            Unit.CONTROL_ROOM,
            new Officer("control-added", "Added At The Desk", "+915555000199"),
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.MIDNIGHT,
            LocalTime.NOON);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T06:30:00Z"));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aBackupGoesOnWhereItStoodLosesNothingAndSaysNothingTwice() throws Exception {
        Backup backup;
        Instant moment;
        List<Sms> smsBefore;
        try (Stack before = start(Map.of())) {
            underWay(before);
            stuck(before, "Alert", "Notary");
            post(before, 300, "kurud me chaku maar rahe hai jaldi aao");
            await().atMost(PATIENCE).until(() -> tipsOf(before, "chaku").size() == 1);
            stuck(before, "Alert", "Notary", "Intake");
            say(before, "dukalu", new Said.Text("bijli ke taar se shikar karte hai"));
            await().atMost(PATIENCE).until(() -> messages(before) == 6);
            backup = Backup.of(before.aws());
            clock.move(Duration.ofSeconds(1));
            moment = clock.instant();
            smsBefore = before.inbox().all();
            post(before, 301, "talab me jahar dala hai");
            await().atMost(PATIENCE).until(() -> messages(before) == 7);
        }
        backup.restoreIn(folder.resolve(".suchna"), "Messages");

        try (Stack after = start(Map.of("Tables", "2"))) {
            assertThat(rows(after, "Tips")).isEmpty();
            assertThat(refill(after, Backup.PREFIX, "none", "none")).isZero();
            everythingIsThere(after, backup);
            whatWasDoneStaysDone(after, smsBefore);
            whatWasUnderWayGoesOn(after);
            whatCameLaterComesToo(after, moment);
            nothingIsSaidTwice(after);
            assertThat(refill(after, Backup.PREFIX, "none", "none")).isZero();
            assertThat(said.toString(StandardCharsets.UTF_8).lines())
                    .allMatch(line -> line.endsWith(": 0 rows copied."));
        }
    }

    @Test
    void everyTableIsFilled() {
        Template template = Template.read(ROOT.resolve("template.yaml"), LocalParameters.with(Map.of()));

        assertThat(Refill.TABLES)
                .containsExactlyInAnyOrderElementsOf(template.tables().keySet());
    }

    /** A tip answered, an urgent one whose ladder climbs, one with a photo, one whose answer waits, and a change of the roster. */
    private void underWay(Stack before) throws Exception {
        new Roster(before.aws().dynamo(), before.aws().table("Roster")).put(ADDED);
        say(before, "ramesh", new Said.Text("gaon me roz raat ko jua hota hai"));
        say(before, "farhan", new Said.Text("kurud me talwar lekar maar rahe hai jaldi aao"));
        byte[] photo = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
        StoredMedia media = before.whatsapp().upload(photo, "image/jpeg", Optional.empty());
        say(before, "sunita", new Said.File("image", media, Optional.of("school ke pichhe")));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(answers(before, "ramesh")).isNotEmpty();
            assertThat(answers(before, "sunita")).isNotEmpty();
            assertThat(before.inbox().all()).isNotEmpty();
            assertThat(rows(before, "Timeline"))
                    .anyMatch(entry -> entry.path("what").asText().equals("evidence"));
        });
        settled(before);
        before.whatsapp().faults().refuse(BUSY, 3);
        say(before, "firanta", new Said.Text("sharab ki dukan bina licence"));
        await().atMost(PATIENCE).until(() -> waiting(before) > 0);
        settled(before);
        assertThat(answers(before, "firanta")).isEmpty();
    }

    private void everythingIsThere(Stack after, Backup backup) {
        await().atMost(PATIENCE)
                .until(() -> rows(after, "Tips").size() == backup.of("Tips").size() + 1);
        for (String table : List.of("Citizens", "Tips", "Timeline", "Ledger", "Outbox", "Alerts", "Attachments")) {
            Set<Object> there = Set.copyOf(keys(
                    after, table, Backup.rows(after.aws().dynamo(), after.aws().table(table))));
            assertThat(keys(after, table, backup.of(table)))
                    .as(table)
                    .isNotEmpty()
                    .allMatch(there::contains);
        }
        assertThat(new Roster(after.aws().dynamo(), after.aws().table("Roster")).of(Unit.CONTROL_ROOM))
                .contains(ADDED);
    }

    private static List<Map<String, String>> keys(Stack stack, String table, List<Map<String, AttributeValue>> rows) {
        Table.Key key = stack.aws().template().table(table).key();
        return rows.stream()
                .map(row -> Map.of(
                        "hash",
                        String.valueOf(row.get(key.hash())),
                        "range",
                        key.range().map(range -> String.valueOf(row.get(range))).orElse("")))
                .toList();
    }

    /** The tip nobody was called for calls, and no other; who had an answer gets none. */
    private void whatWasDoneStaysDone(Stack after, List<Sms> smsBefore) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(answers(after, "dukalu")).isNotEmpty();
            assertThat(after.inbox().all()).hasSizeGreaterThan(smsBefore.size());
        });
        settled(after);
        String uncalled = tipsOf(after, "chaku").getFirst().path("reference").asText();
        assertThat(after.inbox().all())
                .filteredOn(sms -> !sms.text().contains(uncalled))
                .hasSameSizeAs(smsBefore);
        assertThat(answers(after, "ramesh")).isEmpty();
        assertThat(answers(after, "sunita")).isEmpty();
        assertThat(after.aws().calls().of("Evidence")).doesNotContainKey("s3:PutObject");
    }

    private void whatWasUnderWayGoesOn(Stack after) throws Exception {
        String climbing = tipsOf(after, "talwar").getFirst().path("reference").asText();
        long called = smsOf(after, climbing).size();
        for (int minute = 0; minute < 40; minute++) {
            after.tick();
            clock.move(Duration.ofMinutes(1));
        }
        settled(after);
        assertThat(smsOf(after, climbing)).hasSizeGreaterThan((int) called);
        assertThat(answers(after, "firanta")).isNotEmpty();

        say(after, "ramesh", new Said.Text("status"));
        String reference =
                tipsOf(after, "roz raat").getFirst().path("reference").asText();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers(after, "ramesh"))
                        .anyMatch(bubble -> bubble.message().toString().contains(reference)));
    }

    private void whatCameLaterComesToo(Stack after, Instant moment) {
        int tips = rows(after, "Tips").size();
        assertThat(refill(after, "none", "suchna-Messages", moment.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("late messages: 1 rows copied.");
        await().atMost(PATIENCE).until(() -> rows(after, "Tips").size() == tips + 1);
        assertThat(tipsOf(after, "jahar")).hasSize(1);
        settled(after);
    }

    private void nothingIsSaidTwice(Stack after) {
        assertThat(after.inbox().all())
                .extracting(sms -> sms.phone() + sms.text())
                .doesNotHaveDuplicates();
        for (Phone phone : after.whatsapp().phones().all()) {
            assertThat(phone.chat().stream()
                            .filter(bubble -> !bubble.mine())
                            .map(bubble -> bubble.message().toString()))
                    .as(phone.person().key())
                    .doesNotHaveDuplicates();
        }
        clock.move(Duration.ofHours(1));
        CheckTimeline check =
                new CheckTimeline(after.aws().dynamo(), after.aws().s3(), clock, out());
        assertThat(check.run(
                        after.aws().table("Timeline"),
                        after.aws().table("Ledger"),
                        after.aws().settingsOf("Notary").text("EXHIBITS_BUCKET")))
                .as(() -> said.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    private Stack start(Map<String, String> parameters) throws IOException {
        Files.copy(ROOT.resolve("template.yaml"), folder.resolve("template.yaml"), StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(folder.resolve(ROSTER).getParent());
        // an officer who is called as a citizen of this stack is would be taken for a leak
        Files.writeString(
                folder.resolve(ROSTER),
                Files.readString(ROOT.resolve(ROSTER)).replace("Ramesh Sahu", "Rameshwar Dhruw"));
        Stack stack = Stack.start(new Arrangement(
                folder.resolve("template.yaml"),
                Ports.free(),
                Optional.of(folder.resolve(".suchna")),
                false,
                parameters,
                clock,
                Lookout.log(OutputStream.nullOutputStream())));
        stack.stopSchedules();
        return stack;
    }

    private PrintStream out() {
        said.reset();
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private int refill(Stack stack, String from, String late, String since) {
        said.reset();
        OutputStream told = new OutputStream() {
            @Override
            public void write(int b) {
                said.write(b);
                if (b == '\n') {
                    // each table's rows are worked on before the next one's come, as where there are many
                    await().atMost(PATIENCE).during(BRIEF).until(stack::isIdle);
                }
            }
        };
        return new Refill(Administrator.of(stack.aws()), new PrintStream(told, true, StandardCharsets.UTF_8))
                .run(from, "suchna-2", late, since);
    }

    private static void stuck(Stack stack, String... functions) {
        stack.aws().calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (List.of(functions).contains(call.function())
                        && call.operation().startsWith("dynamodb:")) {
                    throw Fault.timeout();
                }
            }
        });
    }

    private void post(Stack stack, int number, String words) throws Exception {
        assertThat(new Postman(http, stack.url()).post(Letter.of(number, words).body()))
                .isEqualTo(200);
    }

    private static void say(Stack stack, String person, Said words) {
        stack.whatsapp().say(stack.whatsapp().phones().find(person).orElseThrow(), words);
    }

    private static void settled(Stack stack) {
        await().atMost(PATIENCE).during(QUIET).until(stack::isIdle);
    }

    private static List<Bubble> answers(Stack stack, String person) {
        return stack.whatsapp().phones().find(person).orElseThrow().chat().stream()
                .filter(bubble -> !bubble.mine())
                .toList();
    }

    private static List<Sms> smsOf(Stack stack, String reference) {
        return stack.inbox().all().stream()
                .filter(sms -> sms.text().contains(reference))
                .toList();
    }

    private static List<JsonNode> rows(Stack stack, String table) {
        return stack.tables().newest(table, Integer.MAX_VALUE);
    }

    private static List<JsonNode> tipsOf(Stack stack, String words) {
        return rows(stack, "Tips").stream()
                .filter(tip -> tip.path("text").asText().contains(words))
                .toList();
    }

    private static long waiting(Stack stack) {
        return rows(stack, "Outbox").stream()
                .filter(row -> row.path("status").asText().equals("waiting"))
                .count();
    }

    private static long messages(Stack stack) {
        return rows(stack, "Messages").size();
    }
}
