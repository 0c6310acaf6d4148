package in.suchna.alert;

import static in.suchna.alert.Night.CONTROL_ROOM_NUMBER;
import static in.suchna.alert.Night.HEAD_OF_KURUD;
import static in.suchna.alert.Night.KURUD;
import static in.suchna.alert.Night.OF_CONTROL_ROOM;
import static in.suchna.alert.Night.OF_KURUD;
import static in.suchna.alert.Night.OF_SDOP;
import static in.suchna.alert.Night.OF_SP;
import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.AlertState;
import in.suchna.duty.Channel;
import in.suchna.duty.ClimbState;
import in.suchna.duty.DutyChange;
import in.suchna.duty.Unit;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.policy.Refusals;
import in.suchna.store.Acknowledgements.Answer;
import in.suchna.tip.Category;
import in.suchna.tip.Handling;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class LadderClimbTest {
    private final Night night = Night.shared();

    @BeforeEach
    void begin() {
        night.begin();
    }

    private Answer says(Tip tip, String officer, boolean onMyWay) {
        return night.acknowledgements()
                .acknowledge(tip.reference(), officer, onMyWay, night.clock.instant(), Channel.DESK);
    }

    private static Fault throttled() {
        return new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("sns:Publish")) {
                    throw Refusals.throttled(call);
                }
            }
        };
    }

    private ClimbState stateOf(Tip tip) {
        return night.climbs().find(tip.reference(), tip.raises()).orElseThrow().state();
    }

    @Test
    void aCriticalTipThatNobodyAcknowledgesClimbsAtItsMinutes() {
        night.tell(night.tip(Priority.CRITICAL));
        assertThat(night.sms()).hasSize(2);
        night.pass(2);
        assertThat(night.sms()).hasSize(2);
        night.pass(1);
        assertThat(night.numbers()).hasSize(3).endsWith(HEAD_OF_KURUD.number());
        night.pass(3);
        assertThat(night.numbers()).hasSize(4).endsWith(OF_SDOP.number());
        night.pass(3);
        assertThat(night.numbers()).hasSize(4);
        night.pass(1);
        assertThat(night.numbers()).hasSize(5).endsWith(OF_SP.number());
    }

    @Test
    void whoIsOnLeaveIsLeftAloneAndWhoComesInsteadIsCalled() {
        LocalDateTime now = LocalDateTime.ofInstant(night.clock.instant(), ZoneId.of("Asia/Kolkata"));
        DutyChange swap = new DutyChange(
                Unit.of(Night.KURUD),
                now.minusHours(1),
                now.plusMinutes(1),
                Optional.of(OF_KURUD.id()),
                Optional.of(Night.OF_SDOP));
        night.roster().put(swap);
        night.tell(night.tip(Priority.HIGH));
        assertThat(night.numbers()).containsExactly(Night.OF_SDOP.number());
        night.clock.move(Duration.ofMinutes(1));
        night.tell(night.tip(Priority.HIGH));
        assertThat(night.numbers()).endsWith(OF_KURUD.number());
        night.roster().remove(swap);
    }

    @Test
    void aHighTipClimbsSlower() {
        night.tell(night.tip(Priority.HIGH));
        night.pass(9);
        assertThat(night.sms()).hasSize(1);
        night.pass(21);
        assertThat(night.numbers())
                .containsExactly(OF_KURUD.number(), HEAD_OF_KURUD.number(), OF_SDOP.number(), OF_SP.number());
    }

    @Test
    void noRungIsEarlyByAMillisecond() {
        night.tell(night.tip(Priority.CRITICAL));
        night.clock.move(Duration.ofMinutes(3).minusMillis(1));
        night.sweep();
        assertThat(night.sms()).hasSize(2);
        night.clock.move(Duration.ofMillis(1));
        night.sweep();
        assertThat(night.sms()).hasSize(3);
    }

    @Test
    void rungsMissedWhileTheScheduleStoodAreAllToldAtOnce() {
        night.tell(night.tip(Priority.CRITICAL));
        night.clock.move(Duration.ofMinutes(8));
        night.sweep();
        assertThat(night.numbers()).hasSize(4).contains(HEAD_OF_KURUD.number(), OF_SDOP.number());
    }

    @Test
    void aLadderThatHelpedNothingIsAnAlarmAndAnSmsToTheControlRoom() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        night.pass(20);

        assertThat(night.numbers()).hasSize(6).endsWith(CONTROL_ROOM_NUMBER);
        assertThat(night.journal()).containsOnlyOnce("\"LaddersExhausted\":1");
        assertThat(stateOf(tip)).isEqualTo(ClimbState.EXHAUSTED);
    }

    @Test
    void aCriticalTipTakesTwoWords() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        assertThat(says(tip, OF_KURUD.id(), false)).isEqualTo(Answer.ONE_MORE);
        assertThat(says(tip, OF_KURUD.id(), false)).isEqualTo(Answer.NOTHING_NEW);
        night.pass(3);
        assertThat(night.sms()).hasSize(3);

        assertThat(says(tip, OF_CONTROL_ROOM.id(), false)).isEqualTo(Answer.ENOUGH);
        night.pass(20);
        assertThat(night.sms()).hasSize(3);
        assertThat(stateOf(tip)).isEqualTo(ClimbState.ACKNOWLEDGED);
    }

    @Test
    void onMyWayIsEnoughAlone() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        assertThat(says(tip, OF_KURUD.id(), true)).isEqualTo(Answer.ENOUGH);
        night.pass(20);
        assertThat(night.sms()).hasSize(2);
        assertThat(night.alertsOf(tip))
                .filteredOn(alert -> alert.officerId().equals(OF_KURUD.id()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED));
    }

    @Test
    void aHighTipTakesOneWord() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        assertThat(says(tip, OF_KURUD.id(), false)).isEqualTo(Answer.ENOUGH);
        night.pass(50);
        assertThat(night.sms()).hasSize(1);
    }

    @Test
    void whoWasNotToldOfATipCantAcknowledgeIt() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        assertThat(says(tip, OF_SP.id(), true)).isEqualTo(Answer.UNKNOWN);
        assertThat(night.acknowledgements()
                        .acknowledge(
                                Reference.draw(new Random(99)),
                                new Acknowledgement("desk", Unit.CONTROL_ROOM, true, night.clock.instant())))
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void theDeskMayAcknowledgeForTheControlRoom() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        assertThat(night.acknowledgements()
                        .acknowledge(
                                tip.reference(),
                                new Acknowledgement("desk", Unit.CONTROL_ROOM, false, night.clock.instant())))
                .isEqualTo(Answer.ENOUGH);
    }

    @Test
    void anSmsThatWaitedIsNotSentOnceSomeoneHasTheTip() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.aws.calls().failBy(throttled());
        night.tell(tip);
        night.aws.calls().failBy(Fault.NONE);
        assertThat(says(tip, OF_CONTROL_ROOM.id(), true)).isEqualTo(Answer.ENOUGH);
        night.pass(5);
        assertThat(night.sms()).isEmpty();
        assertThat(night.alertsOf(tip))
                .extracting(alert -> alert.state())
                .containsExactlyInAnyOrder(AlertState.ACKNOWLEDGED, AlertState.SUPERSEDED);
    }

    @Test
    void aClosedTipClimbsNoFurther() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        night.tell(night.alerting(), tip, night.changed(tip, Priority.CRITICAL, 0, Status.CLOSED));
        night.pass(20);
        assertThat(night.sms()).hasSize(2);
        assertThat(stateOf(tip)).isEqualTo(ClimbState.CLOSED);
    }

    @Test
    void anSmsThatWaitedIsNotSentOnceTheTipIsClosed() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.aws.calls().failBy(throttled());
        night.tell(tip);
        night.aws.calls().failBy(Fault.NONE);
        night.tell(night.alerting(), tip, night.changed(tip, Priority.CRITICAL, 0, Status.CLOSED));
        night.pass(5);
        assertThat(night.sms()).isEmpty();
        assertThat(night.alertsOf(tip)).extracting(alert -> alert.state()).containsOnly(AlertState.SUPERSEDED);
    }

    @Test
    void aTipLoweredAndClosedClimbsNoFurther() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        night.tell(night.alerting(), tip, night.changed(tip, Priority.NORMAL, 0, Status.CLOSED));
        night.pass(20);
        assertThat(night.sms()).hasSize(2);
    }

    @Test
    void aTipThatRisesAfterAnAcknowledgementClimbsAnewAndTheOldClimbEnds() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.pass(1);
        Tip risen = night.changed(tip, Priority.CRITICAL, 1, Status.NEW);
        night.tell(night.alerting(), tip, risen);

        assertThat(stateOf(tip)).isEqualTo(ClimbState.SUPERSEDED);
        night.pass(3);
        assertThat(night.numbers()).hasSize(4).endsWith(HEAD_OF_KURUD.number());
        assertThat(says(risen, OF_KURUD.id(), true)).isEqualTo(Answer.ENOUGH);
        assertThat(stateOf(risen)).isEqualTo(ClimbState.ACKNOWLEDGED);
    }

    @Test
    void aTipThatRoseAndIsToldAgainClimbsOn() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        Tip risen = night.changed(tip, Priority.CRITICAL, 1, Status.NEW);
        night.tell(night.alerting(), tip, risen);
        night.tell(night.alerting(), tip, risen);

        assertThat(stateOf(risen)).isEqualTo(ClimbState.CLIMBING);
        night.pass(3);
        assertThat(night.numbers()).endsWith(HEAD_OF_KURUD.number());
    }

    @Test
    void aClimbThatWasBegunAndNotToldGoesOnAsSoonAsTheStreamTellsAgain() {
        AtomicInteger rows = new AtomicInteger();
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("dynamodb:PutItem") && rows.incrementAndGet() == 2) {
                    throw Refusals.internal(call);
                }
            }
        });
        Tip tip = night.tip(Priority.CRITICAL);
        assertThat(night.tell(tip).get("batchItemFailures")).hasSize(1);
        assertThat(night.sms()).isEmpty();
        assertThat(night.climbs().find(tip.reference(), 0)).isPresent();

        night.aws.calls().failBy(Fault.NONE);
        night.tell(tip);
        assertThat(night.numbers()).containsExactlyInAnyOrder(OF_KURUD.number(), OF_CONTROL_ROOM.number());
    }

    @Test
    void aRungThatIsPassedOverStillTellsThatAStationsHeadIsMissing() {
        night.roster()
                .replaceBy(List.of(
                        Night.always(Unit.of(KURUD), OF_KURUD), Night.always(Unit.CONTROL_ROOM, OF_CONTROL_ROOM)));
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        assertThat(night.journal()).doesNotContain("NobodyOnCall");
        night.pass(3);
        assertThat(night.sms()).hasSize(2);
        assertThat(night.journal().lines())
                .filteredOn(line -> line.contains("NobodyOnCall"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains(tip.reference().text(), Unit.headOf(KURUD).name(), "\"rung\":1", "\"raise\":0"));
    }

    @Test
    void oneTipWhoseRungFailsKeepsNoOtherFromItsOfficers() {
        Tip failing = night.tip(Priority.CRITICAL);
        Tip other = night.tip(Priority.CRITICAL);
        night.tell(failing);
        night.tell(other);
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.request() instanceof PutItemRequest put
                        && put.item().toString().contains(failing.reference().text())) {
                    throw Refusals.internal(call);
                }
            }
        });
        night.pass(3);
        assertThat(night.sms())
                .filteredOn(sms -> sms.phone().equals(HEAD_OF_KURUD.number()))
                .singleElement()
                .satisfies(
                        sms -> assertThat(sms.text()).contains(other.reference().text()));
        assertThat(night.journal()).contains("due-failed", "\"RecordsFailed\":1");
    }

    @Test
    void aSweepReadsTheIndexAndNeverScans() {
        night.tell(night.tip(Priority.HIGH, Category.THEFT, Optional.of(KURUD)));
        night.aws.calls().reset();
        night.sweep();
        assertThat(night.aws.calls().of("Alert"))
                .containsOnlyKeys("dynamodb:Query")
                .containsEntry("dynamodb:Query", 9L);
    }

    @Test
    void aStationThatIsLearntLaterIsCalledAtOnceAndTheLadderGoesOnThere() {
        Tip tip = night.tip(Priority.CRITICAL, Category.VIOLENCE, Optional.empty());
        night.tell(tip);
        night.pass(3);
        // the control room, which stands in for the head of no known station, has it already
        assertThat(night.numbers()).containsExactly(OF_CONTROL_ROOM.number());
        assertThat(night.journal()).contains("rung-passed-over").doesNotContain("\"AlertsFailed\"");
        Tip placed = night.placed(tip, KURUD);
        night.tell(night.alerting(), tip, placed);
        night.tell(night.alerting(), tip, placed);

        // who has it already is not told again; the head of the station was due at three minutes
        assertThat(night.numbers()).hasSize(3).endsWith(OF_KURUD.number(), HEAD_OF_KURUD.number());
        night.pass(3);
        assertThat(night.numbers()).hasSize(4).endsWith(OF_SDOP.number());
    }

    @Test
    void aTipOfNoKnownStationClimbsToTheSpWithoutRingingTheControlRoomTwice() {
        night.tell(night.tip(Priority.CRITICAL, Category.VIOLENCE, Optional.empty()));
        night.pass(10);
        assertThat(night.numbers()).containsExactly(OF_CONTROL_ROOM.number(), OF_SP.number());
    }

    @Test
    void aShiftThatHasChangedIsToldOfAStationsMissingHeadForTheyWereNotToldBefore() {
        night.tell(night.tip(Priority.CRITICAL, Category.VIOLENCE, Optional.empty()));
        LocalDateTime now = LocalDateTime.ofInstant(night.clock.instant(), ZoneId.of("Asia/Kolkata"));
        night.roster()
                .put(new DutyChange(
                        Unit.CONTROL_ROOM,
                        now.plusMinutes(1),
                        now.plusDays(1),
                        Optional.of(OF_CONTROL_ROOM.id()),
                        Optional.of(Night.OF_SDOP)));
        night.pass(3);
        assertThat(night.numbers()).containsExactly(OF_CONTROL_ROOM.number(), OF_SDOP.number());
    }

    @Test
    void aControlRoomThatCouldNotBeToldIsToldAgainForTheStationsHead() {
        night.aws.calls().failBy(SnsTroubleTest.optedOut(OF_CONTROL_ROOM.number()));
        night.tell(night.tip(Priority.CRITICAL, Category.VIOLENCE, Optional.empty()));
        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        night.aws.calls().failBy(Fault.NONE);
        night.pass(3);
        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER, OF_CONTROL_ROOM.number());
    }

    @Test
    void aTipTakenUpAgainClimbsAnew() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        Tip closed = night.changed(tip, Priority.HIGH, 0, Status.CLOSED);
        night.tell(night.alerting(), tip, closed);
        night.clock.move(Duration.ofHours(1));
        Tip again = closed.reopened(Status.READ, Handling.NONE, night.clock.instant());
        night.tell(night.alerting(), closed, again);

        assertThat(night.numbers()).containsExactly(OF_KURUD.number(), OF_KURUD.number());
        assertThat(night.climbs().find(tip.reference(), 1)).isPresent();
    }
}
