package in.suchna.alert;

import static in.suchna.alert.Night.KURUD;
import static in.suchna.alert.Night.OF_KURUD;
import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Channel;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Ladder;
import in.suchna.duty.Ladders;
import in.suchna.duty.Pace;
import in.suchna.duty.Unit;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.policy.Refusals;
import in.suchna.localaws.sms.Sms;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many tips for few officers: their phones are not flooded, and no tip is lost in it. */
class BusyNightTest {
    private final Night night = Night.shared();

    @BeforeEach
    void begin() {
        night.begin();
    }

    private List<Sms> of(String number) {
        return night.sms().stream().filter(sms -> sms.phone().equals(number)).toList();
    }

    @Test
    void theSixthHighTipInAQuarterWaitsAndGoesWithTheOthersAsOneSms() {
        List<Tip> tips = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tips.add(night.tip(Priority.HIGH));
            night.tell(tips.getLast());
        }
        assertThat(of(OF_KURUD.number())).hasSize(Pace.MOST_IN_A_QUARTER);
        assertThat(night.journal()).contains("alert-held");
        night.pass(14);
        assertThat(of(OF_KURUD.number())).hasSize(Pace.MOST_IN_A_QUARTER);
        night.pass(1);

        assertThat(of(OF_KURUD.number())).hasSize(6).last().satisfies(sms -> {
            assertThat(sms.text()).contains("SUCHNA HIGH and 2 more tip ");
            assertThat(new SmsText(night.aws.settingsOf("Alert").text("SMS_TEXT"), "localhost:3000")
                            .isRegistered(sms.text()))
                    .isTrue();
        });
        for (Tip tip : tips) {
            assertThat(night.alertsOf(tip))
                    .filteredOn(alert -> alert.officerId().equals(OF_KURUD.id()))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.SENT));
        }
    }

    @Test
    void anOfficersFirstSmsOfACriticalTipIsNeverHeldBack() {
        for (int i = 0; i < 8; i++) {
            night.tell(night.tip(Priority.CRITICAL));
        }
        assertThat(of(OF_KURUD.number())).hasSize(8);
    }

    @Test
    void whoIsCalledASecondTimeForACriticalTipMayHaveToWait() {
        night.roster()
                .replaceBy(List.of(
                        Night.always(Unit.of(KURUD), OF_KURUD),
                        Night.always(Unit.headOf(KURUD), OF_KURUD),
                        Night.always(Unit.CONTROL_ROOM, Night.OF_CONTROL_ROOM)));
        for (int i = 0; i < Pace.MOST_IN_A_QUARTER; i++) {
            night.tell(night.tip(Priority.CRITICAL));
        }
        night.pass(3);
        assertThat(of(OF_KURUD.number())).hasSize(Pace.MOST_IN_A_QUARTER);
        night.pass(12);
        assertThat(of(OF_KURUD.number())).hasSizeGreaterThan(Pace.MOST_IN_A_QUARTER);
    }

    @Test
    void whoIsCalledForACriticalTipForTheFirstTimeOnALaterRungNeedNotWait() {
        for (int i = 0; i <= Pace.MOST_IN_A_QUARTER; i++) {
            night.tell(night.tip(Priority.CRITICAL));
        }
        night.pass(3);
        assertThat(of(Night.HEAD_OF_KURUD.number())).hasSize(Pace.MOST_IN_A_QUARTER + 1);
    }

    @Test
    void smsOfCriticalTipsCountSoThatAHighOneWaits() {
        for (int i = 0; i < Pace.MOST_IN_A_QUARTER; i++) {
            night.tell(night.tip(Priority.CRITICAL));
        }
        night.tell(night.tip(Priority.HIGH));
        assertThat(of(OF_KURUD.number()))
                .hasSize(Pace.MOST_IN_A_QUARTER)
                .allSatisfy(sms -> assertThat(sms.text()).contains("CRITICAL"));
    }

    @Test
    @Tag("long")
    void inABusyHourWithSnsFailingEveryTipIsTakenOrExhaustedAndNothingIsSentTwice() {
        Random chance = new Random(11);
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("sns:Publish") && chance.nextInt(5) == 0) {
                    throw Refusals.throttled(call);
                }
            }
        });
        List<Tip> tips = new ArrayList<>();
        for (int minute = 0; minute < 110; minute++) {
            night.pass(1);
            if (minute < 60 && minute % 2 == 0) {
                tips.add(night.tip(
                        chance.nextBoolean() ? Priority.CRITICAL : Priority.HIGH,
                        Category.VIOLENCE,
                        chance.nextInt(4) == 0 ? Optional.empty() : Optional.of(KURUD)));
                night.tell(tips.getLast());
            }
            someoneAnswers(tips, chance);
        }

        for (Tip tip : tips) {
            Climb climb = night.climbs().find(tip.reference(), 0).orElseThrow();
            assertThat(climb.state()).isIn(ClimbState.ACKNOWLEDGED, ClimbState.EXHAUSTED);
            if (climb.state() == ClimbState.EXHAUSTED) {
                assertThat(night.journal()).contains("LADDER_EXHAUSTED\",\"");
            }
            night.alertsOf(tip).forEach(alert -> isInTime(alert, climb));
        }
        assertThat(night.sms()).doesNotHaveDuplicates();
        assertThat(night.journal()).doesNotContain("AlertsFailed");
    }

    private void someoneAnswers(List<Tip> tips, Random chance) {
        tips.stream().filter(_ -> chance.nextInt(12) == 0).toList().forEach(tip -> {
            List<Alert> told = night.alertsOf(tip);
            if (!told.isEmpty()) {
                String officer = told.get(chance.nextInt(told.size())).officerId();
                night.acknowledgements()
                        .acknowledge(tip.reference(), officer, false, night.clock.instant(), Channel.DESK);
            }
        });
    }

    private static void isInTime(Alert alert, Climb climb) {
        Ladder ladder = Ladders.ofResources().of(climb);
        Duration after = alert.rung() < ladder.rungs().size()
                ? ladder.rungs().get(alert.rung()).after()
                : ladder.exhausted();
        Instant due = climb.urgentSince().plus(after);
        assertThat(alert.createdAt()).isBetween(due, due.plusSeconds(60));
    }
}
