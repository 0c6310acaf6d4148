package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.local.whatsapp.Bubble;
import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.replay.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What failed for good is replayed by the command's own code, on a stack whose mappings give up after the second try. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final String URGENT = "kurud me chaku maar rahe hai jaldi aao";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Stack stack;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path impatient = folder.resolve("template.yaml");
        Files.writeString(
                impatient, Files.readString(TEMPLATE).replace("MaximumRetryAttempts: 20", "MaximumRetryAttempts: 1"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        stack = Stack.start(new Arrangement(
                impatient, Ports.free(), Optional.empty(), false, Map.of(), Clock.systemUTC(), nowhere));
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void aMessageThatBecameNoTipBecomesOneTipWithOneAnswerHoweverOftenItIsReplayed() {
        String note = failedFor("Intake", "IntakeFailed", "ramesh", "gaon me roz raat ko jua hota hai");
        int tips = rows("Tips").size();

        assertThat(replay("IntakeFailed")).isZero();
        assertThat(queue("IntakeFailed")).isEmpty();
        settled();
        assertThat(rows("Tips")).hasSize(tips + 1);
        List<Bubble> answers = answers("ramesh");
        assertThat(answers).isNotEmpty();

        again("IntakeFailed", note);
        assertThat(rows("Tips")).hasSize(tips + 1);
        assertThat(answers("ramesh")).hasSameSizeAs(answers);
    }

    @Test
    void anUrgentTipThatWokeNobodyWakesEachOfficerOnceHoweverOftenItIsReplayed() {
        long before = stack.inbox().all().size();
        String note = failedFor("Alert", "AlertFailed", "sunita", URGENT);
        assertThat(stack.inbox().all()).hasSize((int) before);

        assertThat(replay("AlertFailed")).isZero();
        settled();
        List<String> woken = stack.inbox().all().stream()
                .map(sms -> sms.phone() + sms.text())
                .toList();
        assertThat(woken).hasSizeGreaterThan((int) before).doesNotHaveDuplicates();

        again("AlertFailed", note);
        assertThat(stack.inbox().all()).hasSameSizeAs(woken);
    }

    @Test
    void anAnswerThatWasNotSentIsSentOnceHoweverOftenItIsReplayed() {
        String note = failedFor("Reply", "ReplyFailed", "farhan", "talab ke paas juaa");
        assertThat(answers("farhan")).isEmpty();

        assertThat(replay("ReplyFailed")).isZero();
        settled();
        List<Bubble> answers = answers("farhan");
        assertThat(answers).isNotEmpty();

        again("ReplyFailed", note);
        assertThat(answers("farhan")).hasSameSizeAs(answers);
    }

    @Test
    void whatFailsAgainStaysInTheQueueAndWhatTheStreamForgotIsToldPlainlyAndFoundInTheTable() {
        String note = failedFor("Intake", "IntakeFailed", "firanta", "bijli ka taar kat gaya");
        stack.aws().calls().failBy(failing("Intake"));
        assertThat(replay("IntakeFailed")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("failed again")
                .doesNotContain("bijli");
        assertThat(queue("IntakeFailed")).containsExactly(note);
        stack.aws().calls().failBy(Fault.NONE);

        stack.aws().sqs().deleteMessage(d -> d.queueUrl(url("IntakeFailed")).receiptHandle(handle("IntakeFailed")));
        put(
                "IntakeFailed",
                note.replaceAll("\"shardId\":\"[^\"]+\"", "\"shardId\":\"shardId-00000000000000000000-00000000\""));
        int tips = rows("Tips").size();
        assertThat(replay("IntakeFailed")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("24 hours", "-Dfrom=table");
        assertThat(rows("Tips")).hasSize(tips);

        assertThat(replay("IntakeFailed", "table")).isZero();
        settled();
        assertThat(rows("Tips")).hasSize(tips + 1);

        put("IntakeFailed", "no note of Lambda's");
        assertThat(replay("IntakeFailed", "table")).isEqualTo(1);
        assertThat(replay("IntakeFailed", "nowhere")).isZero();
        assertThat(queue("IntakeFailed")).isEmpty();
        assertThat(replay("NoSuchQueue")).isEqualTo(1);
    }

    /** Lets a function fail for good; the note that is left. */
    private String failedFor(String function, String queue, String person, String words) {
        stack.aws().calls().failBy(failing(function));
        Phone phone = stack.whatsapp().phones().find(person).orElseThrow();
        stack.whatsapp().say(phone, new Said.Text(words));
        await().atMost(PATIENCE).until(() -> !queue(queue).isEmpty() && stack.isIdle());
        stack.aws().calls().failBy(Fault.NONE);
        return queue(queue).getFirst();
    }

    private static Fault failing(String function) {
        return new Fault() {
            @Override
            public void before(Call call) {
                if (call.function().equals(function) && call.operation().startsWith("dynamodb:")) {
                    throw Fault.timeout();
                }
            }
        };
    }

    private void again(String queue, String note) {
        put(queue, note);
        assertThat(replay(queue)).isZero();
        settled();
    }

    private void put(String queue, String note) {
        stack.aws().sqs().sendMessage(s -> s.queueUrl(url(queue)).messageBody(note));
    }

    private String handle(String queue) {
        return stack.aws()
                .sqs()
                .receiveMessage(r -> r.queueUrl(url(queue)))
                .messages()
                .getFirst()
                .receiptHandle();
    }

    private int replay(String queue) {
        return replay(queue, "stream");
    }

    private int replay(String queue, String from) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Replay(stack.aws().sqs(), stack.aws().streams(), stack.aws().dynamo(), new LocalLambda(stack), out)
                .run(queue, "suchna", from);
    }

    private void settled() {
        await().atMost(PATIENCE).during(QUIET).until(stack::isIdle);
    }

    private String url(String queue) {
        return stack.aws().queueUrl(queue);
    }

    private List<String> queue(String queue) {
        return stack.aws().sqs().bodies(url(queue));
    }

    private List<JsonNode> rows(String table) {
        return stack.tables().newest(table, Integer.MAX_VALUE);
    }

    private List<Bubble> answers(String person) {
        return stack.whatsapp().phones().find(person).orElseThrow().chat().stream()
                .filter(bubble -> !bubble.mine())
                .toList();
    }
}
