package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.localaws.LocalSecrets;
import in.suchna.reply.FakeGraph.Behaviour;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryingTest {
    private static final Stage STAGE = new Stage();

    @BeforeEach
    void empty() {
        STAGE.reset();
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @ParameterizedTest(name = "HTTP {0} code {1}: {4}")
    @CsvSource({
        "500, 131000, 2, 2, service",
        "503, 2, 2, 2, service",
        "400, 131056, 4, 4, pair rate",
        "400, 130429, 2, 60, throughput",
        "400, 80007, 2, 60, calls",
        "400, 131048, 3600, 7200, spam",
        "400, 131053, 2, 60, media",
        "401, 190, 900, 1800, token",
        "403, 10, 900, 1800, permission",
        "400, 131031, 900, 1800, locked",
        "400, 131042, 900, 1800, payment",
        "400, 987654, 2, 60, unknown",
        "500, 987654, 2, 2, unknown server"
    })
    void aRefusalThatCanEndIsTriedAgainInItsTime(int http, int code, long least, long most, String why) {
        STAGE.put("m.0");
        STAGE.graph.thenDo(FakeGraph.error(http, code));
        assertThat(STAGE.tell("m.0").path("batchItemFailures")).isEmpty();

        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
        assertThat(STAGE.kept("m.0").number("errorCode")).isEqualTo(code);
        assertThat(Duration.between(STAGE.clock.instant(), STAGE.kept("m.0").time("dueAt")))
                .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));

        STAGE.sweepAfter(Duration.ofSeconds(least - 1));
        assertThat(STAGE.graph.messages()).hasSize(1);
        STAGE.sweepAfter(Duration.ofSeconds(most - least + 1));
        assertThat(STAGE.graph.messages()).hasSize(2);
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
        assertThat(STAGE.counted("RepliesFailed")).isZero();
        assertThat(why).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"100", "131026", "131049", "131050", "131051", "132000", "131062", "130472", "131009"})
    void aRefusalForGoodEndsAtOnceWithAnAlarm(int code) {
        STAGE.put("m.0");
        STAGE.graph.thenDo(FakeGraph.error(400, code));
        STAGE.tell("m.0");

        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.kept("m.0").number("errorCode")).isEqualTo(code);
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
        STAGE.sweepAfter(Duration.ofDays(1));
        assertThat(STAGE.graph.messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"503, 503", "404, 404", "429, 429"})
    void anAnswerWithoutACodeIsJudgedByItsStatus(int http, int kept) {
        STAGE.put("m.0");
        STAGE.graph.thenDo(new Behaviour.Say(http, "<html>not JSON</html>"));
        STAGE.tell("m.0");

        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
        assertThat(STAGE.kept("m.0").number("errorCode")).isEqualTo(kept);
    }

    @Test
    void anUnknownCodeIsTriedFourTimesAndThenAlarms() {
        STAGE.put("m.0");
        STAGE.graph.always(FakeGraph.error(400, 987_654));
        STAGE.tell("m.0");
        for (int i = 0; i < 10; i++) {
            STAGE.sweepAfter(Duration.ofMinutes(11));
        }
        assertThat(STAGE.graph.messages()).hasSize(4);
        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void aServiceThatStaysDownEndsAfterADayWithOneAlarm() {
        STAGE.put("m.0");
        STAGE.graph.always(FakeGraph.error(500, 131000));
        STAGE.tell("m.0");
        int sweeps = 0;
        while (STAGE.status("m.0").equals("waiting")) {
            STAGE.sweepAfter(Duration.ofMinutes(31));
            sweeps++;
            assertThat(sweeps).isLessThan(60);
        }
        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.graph.messages()).hasSizeGreaterThan(30);
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void whileTheTokenIsRenewedNothingIsLostAndTheNewOneIsTakenUp() {
        STAGE.put("m.0");
        STAGE.graph.always(FakeGraph.error(401, 190));
        STAGE.tell("m.0");
        for (int i = 0; i < 40; i++) {
            STAGE.sweepAfter(Duration.ofMinutes(31));
        }
        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
        assertThat(STAGE.counted("OperatorNeeded")).isGreaterThan(30);
        assertThat(STAGE.counted("RepliesFailed")).isZero();

        String name = STAGE.aws.settingsOf("Reply").text("WHATSAPP_TOKEN");
        STAGE.aws.ssm().put(name, "a-new-token");
        STAGE.graph.always(null);
        STAGE.sweepAfter(Duration.ofMinutes(31));
        STAGE.aws.ssm().put(name, LocalSecrets.WHATSAPP_TOKEN);

        assertThat(STAGE.graph.seen().getLast().authorization()).isEqualTo("Bearer a-new-token");
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void afterHoursWithoutATokenAPassingTroubleIsStillTriedSoon() {
        STAGE.put("m.0");
        STAGE.graph.always(FakeGraph.error(401, 190));
        STAGE.tell("m.0");
        for (int i = 0; i < 20; i++) {
            STAGE.sweepAfter(Duration.ofMinutes(31));
        }
        STAGE.graph.always(null);
        STAGE.graph.thenDo(FakeGraph.error(400, 987_654));
        STAGE.sweepAfter(Duration.ofMinutes(31));

        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
        assertThat(STAGE.kept("m.0").time("dueAt"))
                .isBefore(STAGE.clock.instant().plusSeconds(61));
    }

    @Test
    void aTokenThatIsNeverRenewedEndsTheRowAfterADay() {
        STAGE.put("m.0");
        STAGE.graph.always(FakeGraph.error(401, 190));
        STAGE.tell("m.0");
        for (int i = 0; i < 50; i++) {
            STAGE.sweepAfter(Duration.ofMinutes(31));
        }
        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void whenTheNumberSendsTooFastTheRoundStopsAndTheRestComesWithTheSweep() {
        STAGE.graph.always(FakeGraph.error(400, 130429));
        String[] ids = new String[30];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = STAGE.put("m" + i + ".0");
        }
        STAGE.tell(ids);
        assertThat(STAGE.graph.messages()).hasSizeLessThanOrEqualTo(Lanes.WIDTH);

        STAGE.graph.always(null);
        STAGE.sweepAfter(Duration.ofMinutes(2));
        for (String id : ids) {
            assertThat(STAGE.status(id)).isEqualTo("sent");
        }
    }

    @Test
    void outsideTheWindowTheTemplateIsSentAndNothingIsMarkedRead() {
        STAGE.put("m.0");
        STAGE.clock.move(Duration.ofHours(25));
        STAGE.tell("m.0");

        assertThat(STAGE.graph.seen()).hasSize(1);
        assertThat(STAGE.graph.messages().getFirst().path("type").asText()).isEqualTo("template");
        assertThat(STAGE.graph.messages().getFirst().has("text")).isFalse();
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void outsideTheWindowACourtesyEndsWithoutAnAlarm() {
        STAGE.put(STAGE.row("m.0", Stage.citizen(), Stage.TEXT, Optional.empty()));
        STAGE.clock.move(Duration.ofHours(25));
        STAGE.tell("m.0");

        assertThat(STAGE.graph.seen()).isEmpty();
        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.kept("m.0").number("errorCode")).isEqualTo(131047);
        assertThat(STAGE.counted("RepliesFailed")).isZero();
    }

    @Test
    void aClosedWindowToldAtOnceIsMetWithTheTemplate() {
        STAGE.put("m.0");
        STAGE.graph.thenDo(FakeGraph.error(400, 131047));
        STAGE.tell("m.0");
        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
        STAGE.sweepAfter(Duration.ofMinutes(1));

        assertThat(STAGE.graph.messages()).hasSize(2);
        assertThat(STAGE.graph.messages().getLast().path("type").asText()).isEqualTo("template");
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void aTemplateThatMeetsAClosedWindowEndsInsteadOfTurningForEver() {
        STAGE.put("m.0");
        STAGE.graph.always(FakeGraph.error(400, 131047));
        STAGE.tell("m.0");
        for (int i = 0; i < 5; i++) {
            STAGE.sweepAfter(Duration.ofMinutes(1));
        }
        assertThat(STAGE.graph.messages()).hasSize(2);
        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void aCourtesyThatMeetsAClosedWindowEndsQuietly() {
        STAGE.put(STAGE.row("m.0", Stage.citizen(), Stage.TEXT, Optional.empty()));
        STAGE.graph.thenDo(FakeGraph.error(400, 131047));
        STAGE.tell("m.0");

        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isZero();
    }

    @Test
    void anAnswerThatWaitsHoldsBackThoseAfterItSoThatNoneOvertakes() {
        STAGE.put("m.0");
        STAGE.put("m.1");
        STAGE.graph.thenDo(FakeGraph.error(500, 131000));
        STAGE.tell("m.0", "m.1");
        assertThat(STAGE.graph.messages()).hasSize(1);

        STAGE.sweepAfter(Duration.ofMinutes(2));
        assertThat(STAGE.graph.messages())
                .extracting(m -> m.path("biz_opaque_callback_data").asText())
                .containsExactly("m.0", "m.0", "m.1");
    }
}
