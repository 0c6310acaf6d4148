package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.store.Roster;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
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
    void anOfficerIsFoundOffDutyTooButInTheirUnitOnly() {
        roster.put(new Shift(unit, night, EVERY_DAY, EVENING, MORNING));

        assertThat(roster.officer(unit, "night-si")).contains(night);
        assertThat(roster.officer(unit, "day-si")).isEmpty();
        assertThat(roster.officer(new Unit("Thana " + ownName()), "night-si")).isEmpty();
    }
}
