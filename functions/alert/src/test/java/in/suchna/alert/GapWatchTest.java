package in.suchna.alert;

import static in.suchna.alert.Night.CONTROL_ROOM_NUMBER;
import static in.suchna.alert.Night.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.duty.District;
import in.suchna.duty.DutyChange;
import in.suchna.duty.Officer;
import in.suchna.duty.Stretch;
import in.suchna.duty.Unit;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.policy.Refusals;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GapWatchTest {
    private static final Unit KURUD = new Unit("Kurud");
    private static final Unit RUDRI = new Unit("Rudri");
    private static final Officer SOMEBODY = new Officer("somebody", "SI Invented", "+915555000201");

    private final Night night = new Night();
    private LocalDateTime now = LocalDateTime.MIN;

    @BeforeEach
    void begin() {
        night.begin();
        night.roster()
                .replaceBy(District.ofResources().units().stream()
                        .map(unit -> always(unit, SOMEBODY))
                        .toList());
        now = LocalDateTime.ofInstant(night.clock.instant(), ZoneId.of("Asia/Kolkata"));
    }

    @AfterAll
    void end() {
        night.close();
    }

    private void leave(Unit unit, LocalDateTime from, LocalDateTime to) {
        night.roster().put(DutyChange.leave(unit, SOMEBODY.id(), from, to));
    }

    private List<String> texts() {
        return night.sms().stream().map(sms -> sms.text()).toList();
    }

    private void passHours(int hours) {
        for (int i = 0; i < hours; i++) {
            night.clock.move(Duration.ofHours(1));
            night.lookForGaps();
        }
    }

    @Test
    void aFullRosterIsSilent() {
        assertThat(night.lookForGaps()).isZero();
        assertThat(night.sms()).isEmpty();
        assertThat(night.journal()).doesNotContain("GapsAhead");
    }

    @Test
    void aGapIsToldOnceTwoDaysBeforeAndNotEachHour() {
        // midnight of the 25th, so that the gap begins on the 28th at eight in the evening
        leave(KURUD, now.plusHours(68), now.plusHours(80));
        passHours(20);
        assertThat(night.sms()).isEmpty();
        passHours(30);

        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        assertThat(texts().getFirst()).contains("nobody on call for Kurud from 27 Nov 2000 hrs, for 12 h.");
        assertThat(night.sms().getFirst().attributes())
                .containsEntry(
                        "AWS.MM.SMS.TemplateId", night.aws.settingsOf("Alert").text("DLT_GAP_TEMPLATE_ID"));
        assertThat(night.journal()).containsOnlyOnce("\"GapsAhead\":1").doesNotContain("5555");
    }

    @Test
    void gapsThatAreNewTogetherAreOneSmsAndOneThatIsLongerThanItWasIsToldAnew() {
        leave(KURUD, now.plusHours(10), now.plusHours(12));
        leave(RUDRI, now.plusHours(5), now.plusHours(6));
        assertThat(night.lookForGaps()).isEqualTo(2);
        assertThat(texts()).singleElement().asString().contains("Rudri").contains("for 1 h and 1 more.");
        assertThat(night.journal()).contains("\"unit\":\"Kurud\"");

        leave(KURUD, now.plusHours(10), now.plusHours(20));
        night.lookForGaps();
        assertThat(texts()).hasSize(2).last().asString().contains("Kurud", "for 10 h.");
    }

    @Test
    void aUnitThatHasNobodyAtAllIsToldOfOnceAWeek() {
        night.roster()
                .replaceBy(District.ofResources().units().stream()
                        .filter(unit -> !unit.equals(KURUD))
                        .map(unit -> always(unit, SOMEBODY))
                        .toList());
        passHours(14 * 24);
        // Wednesday to Sunday, two whole weeks, and what is left of them
        assertThat(texts()).hasSize(3);
    }

    @Test
    void aWarningThatSnsDidNotTakeIsToldWithTheNextLook() {
        leave(KURUD, now.plusHours(10), now.plusHours(12));
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("sns:Publish")) {
                    throw Refusals.throttled(call);
                }
            }
        });
        night.lookForGaps();
        assertThat(night.journal()).contains("gap-sms-failed", "\"AlertsFailed\":1");
        night.aws.calls().failBy(Fault.NONE);
        passHours(3);
        assertThat(night.sms()).hasSize(1);
    }

    @Test
    void everyUnitsWarningIsOneRegisteredSegment() {
        GapText text = new GapText(night.aws.settingsOf("Alert").text("GAP_SMS_TEXT"));
        for (Unit unit : District.ofResources().units()) {
            String sms = text.of(unit, new Stretch(now, now.plusHours(700).plusMinutes(7)), 31);
            assertThat(text.isRegistered(sms)).as(sms).isTrue();
            assertThat(Gsm7.septets(sms).orElse(Integer.MAX_VALUE)).isLessThanOrEqualTo(160);
        }
        assertThatThrownBy(() -> new GapText("x".repeat(160) + "{#unit#}")).hasMessageContaining("GapSmsText");
    }

    @Test
    void withoutARegisteredTextTheAlarmAloneTells() {
        try (Night other = new Night(Map.of("DltGapTemplateId", ""))) {
            other.begin();
            assertThat(other.lookForGaps()).isPositive();
            assertThat(other.lookForGaps()).isPositive();
            assertThat(other.sms()).isEmpty();
            assertThat(other.journal()).containsOnlyOnce("\"unit\":\"Rudri\"");
        }
    }
}
