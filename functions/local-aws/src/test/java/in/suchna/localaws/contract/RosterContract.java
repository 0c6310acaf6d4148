package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.DutyChange;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.store.Roster;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class RosterContract extends Contract {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    // a Tuesday
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);

    private final Roster roster;
    private final Unit unit = new Unit("Thana " + ownName());
    private final Officer day = new Officer("day-si", "उप-निरीक्षक दिन", "+915555000101");
    private final Officer night = new Officer("night-si", "Night Officer", "+915555000102");

    RosterContract(Cloud cloud) {
        super(cloud);
        this.roster = new Roster(cloud.dynamo(), cloud.table("Roster"));
    }

    @Test
    void aShiftComesBackAsItWasWritten() {
        Shift shift = new Shift(
                unit, day, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 30), LocalTime.of(20, 15));
        roster.put(shift);

        assertThat(roster.of(unit)).containsExactly(shift);
    }

    @Test
    void whoIsOnCallChangesWithTheHourAndANightLastsUntilMorning() {
        roster.put(new Shift(unit, day, EVERY_DAY, MORNING, EVENING));
        roster.put(new Shift(unit, night, EVERY_DAY, EVENING, MORNING));

        assertThat(roster.onCall(unit, NOON)).containsExactly(day);
        assertThat(roster.onCall(unit, NOON.withHour(8))).containsExactly(day);
        assertThat(roster.onCall(unit, NOON.withHour(20))).containsExactly(night);
        assertThat(roster.onCall(unit, NOON.withHour(7))).containsExactly(night);
    }

    @Test
    void whoHasTwoShiftsAtOnceIsOnCallOnce() {
        roster.put(new Shift(unit, day, EVERY_DAY, MORNING, EVENING));
        roster.put(new Shift(unit, day, Set.of(DayOfWeek.TUESDAY), LocalTime.of(10, 0), EVENING));

        assertThat(roster.of(unit)).hasSize(2);
        assertThat(roster.onCall(unit, NOON)).containsExactly(day);
    }

    @Test
    void theSameShiftWrittenAgainTakesTheFirstOnesPlace() {
        Shift changed = new Shift(unit, day, EVERY_DAY, MORNING, LocalTime.of(16, 0));
        roster.put(new Shift(unit, day, EVERY_DAY, MORNING, EVENING));
        roster.put(changed);

        assertThat(roster.of(unit)).containsExactly(changed);
    }

    @Test
    void aUnitWithoutShiftsHasNobody() {
        assertThat(roster.of(unit)).isEmpty();
        assertThat(roster.onCall(unit, NOON)).isEmpty();
    }

    @Test
    void aLeaveOrSwapComesBackAsItWasWrittenAndChangesWhoIsOnCall() {
        Shift shift = new Shift(unit, day, EVERY_DAY, MORNING, EVENING);
        DutyChange leave = DutyChange.leave(unit, "day-si", NOON, NOON.plusHours(1));
        DutyChange swap =
                new DutyChange(unit, NOON.plusHours(2), NOON.plusHours(3), Optional.of("day-si"), Optional.of(night));
        roster.put(shift);
        roster.put(leave);
        roster.put(swap);

        assertThat(roster.planOf(unit)).isEqualTo(new DutyPlan(unit, List.of(shift), List.of(leave, swap)));
        assertThat(roster.of(unit)).containsExactly(shift);
        assertThat(roster.onCall(unit, NOON)).isEmpty();
        assertThat(roster.onCall(unit, NOON.plusHours(1))).containsExactly(day);
        assertThat(roster.onCall(unit, NOON.plusHours(2))).containsExactly(night);
        assertThat(roster.officer(unit, "night-si")).contains(night);
    }

    @Test
    void aLeaveThatIsMadeLongerTakesTheFirstOnesPlaceAndCanBeTakenAway() {
        DutyChange longer = DutyChange.leave(unit, "day-si", NOON, NOON.plusHours(5));
        roster.put(DutyChange.leave(unit, "day-si", NOON, NOON.plusHours(1)));
        roster.put(longer);
        assertThat(roster.planOf(unit).changes()).containsExactly(longer);
        roster.remove(longer);
        roster.remove(longer);
        assertThat(roster.planOf(unit).changes()).isEmpty();
    }

    @Test
    void aShiftCanBeTakenAway() {
        Shift shift = new Shift(unit, day, EVERY_DAY, MORNING, EVENING);
        roster.put(shift);
        roster.remove(shift);
        assertThat(roster.of(unit)).isEmpty();
    }

    @Test
    void anOfficerIsFoundOffDutyTooButInTheirUnitOnly() {
        roster.put(new Shift(unit, night, EVERY_DAY, EVENING, MORNING));

        assertThat(roster.officer(unit, "night-si")).contains(night);
        assertThat(roster.officer(unit, "day-si")).isEmpty();
        assertThat(roster.officer(new Unit("Thana " + ownName()), "night-si")).isEmpty();
    }
}
