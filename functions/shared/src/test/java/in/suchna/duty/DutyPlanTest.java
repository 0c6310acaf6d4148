package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DutyPlanTest {
    // a Tuesday
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);

    private static Shift shift(String officer, EnumSet<DayOfWeek> days, int from, int to) {
        return new Shift(
                Unit.CONTROL_ROOM,
                new Officer(officer, officer, "+915555000101"),
                days,
                LocalTime.of(from, 0),
                LocalTime.of(to, 0));
    }

    private static DutyPlan plan(List<Shift> shifts, DutyChange... changes) {
        return new DutyPlan(Unit.CONTROL_ROOM, shifts, List.of(changes));
    }

    private static DutyChange change(String away, String instead, LocalDateTime from, LocalDateTime to) {
        return new DutyChange(
                Unit.CONTROL_ROOM,
                from,
                to,
                Optional.of(away).filter(id -> !id.isEmpty()),
                Optional.of(instead).filter(id -> !id.isEmpty()).map(id -> new Officer(id, id, "+915555000109")));
    }

    private static List<String> ids(List<Officer> officers) {
        return officers.stream().map(Officer::id).toList();
    }

    @Test
    void whoIsOnLeaveIsNotOnCallFromTheFirstMinuteToTheLast() {
        DutyPlan plan = plan(
                List.of(shift("a", EnumSet.allOf(DayOfWeek.class), 0, 0)), change("a", "", NOON, NOON.plusHours(2)));
        assertThat(ids(plan.onCall(NOON.minusMinutes(1)))).containsExactly("a");
        assertThat(plan.onCall(NOON)).isEmpty();
        assertThat(plan.onCall(NOON.plusMinutes(119))).isEmpty();
        assertThat(ids(plan.onCall(NOON.plusHours(2)))).containsExactly("a");
        assertThat(plan.gaps(NOON.minusHours(5), NOON.plusHours(5)))
                .containsExactly(new Stretch(NOON, NOON.plusHours(2)));
        assertThat(ids(plan.officers())).containsExactly("a");
    }

    @Test
    void aSwapIsTwoChangesAndLeavesNoGap() {
        DutyPlan plan = plan(
                List.of(
                        shift("day", EnumSet.allOf(DayOfWeek.class), 8, 20),
                        shift("night", EnumSet.allOf(DayOfWeek.class), 20, 8)),
                change("day", "night", NOON.withHour(8), NOON.withHour(20)),
                change("night", "day", NOON.withHour(20), NOON.plusDays(1).withHour(8)));
        assertThat(ids(plan.onCall(NOON))).containsExactly("night");
        assertThat(ids(plan.onCall(NOON.withHour(23)))).containsExactly("day");
        assertThat(ids(plan.onCall(NOON.plusDays(1)))).containsExactly("day");
        assertThat(plan.gaps(NOON.minusDays(1), NOON.plusDays(2))).isEmpty();
    }

    @Test
    void whoComesInAdditionLeavesTheOthersOnCall() {
        DutyPlan plan = plan(
                List.of(shift("a", EnumSet.allOf(DayOfWeek.class), 0, 0)),
                change("", "guest", NOON, NOON.plusHours(2)));
        assertThat(ids(plan.onCall(NOON))).containsExactly("a", "guest");
        assertThat(plan.officer("guest")).isPresent();
        assertThat(plan.officer("stranger")).isEmpty();
    }

    @Test
    void whoFallsIllIsNotOnCallInsteadOfAnotherEither() {
        DutyPlan plan = plan(
                List.of(shift("a", EnumSet.allOf(DayOfWeek.class), 0, 0)),
                change("a", "b", NOON, NOON.plusHours(2)),
                change("b", "", NOON, NOON.plusHours(2)));
        assertThat(plan.onCall(NOON)).isEmpty();
    }

    @Test
    void anOfficerOfTheShiftsHasTheNumberOfTheShifts() {
        DutyPlan plan =
                plan(List.of(shift("a", EnumSet.of(DayOfWeek.SUNDAY), 0, 0)), change("", "a", NOON, NOON.plusHours(2)));
        assertThat(plan.onCall(NOON)).extracting(Officer::number).containsExactly("+915555000101");
    }

    @Test
    void twoChangesOfOneHourForOneUnitAreToldApart() {
        assertThat(List.of(
                        change("a", "", NOON, NOON.plusHours(1)),
                        change("b", "", NOON, NOON.plusHours(1)),
                        change("a", "b", NOON, NOON.plusHours(1)),
                        change("a", "", NOON.plusHours(1), NOON.plusHours(2))))
                .extracting(DutyChange::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void aShiftRoundTheClockLeavesNoGap() {
        DutyPlan day = plan(List.of(shift("a", EnumSet.allOf(DayOfWeek.class), 0, 0)));
        assertThat(day.onCall(NOON)).extracting(Officer::id).containsExactly("a");
        assertThat(day.gaps(NOON, NOON.plusDays(1))).isEmpty();
    }

    @Test
    void withoutAnyShiftTheWholeDayIsOneGap() {
        List<Stretch> gaps = plan(List.of()).gaps(NOON, NOON.plusDays(1));
        assertThat(gaps).containsExactly(new Stretch(NOON, NOON.plusDays(1)));
        assertThat(gaps.getFirst().length()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aGapOverMidnightIsOneAndEndsWhereTheNextShiftBegins() {
        DutyPlan day = plan(List.of(shift("a", EnumSet.allOf(DayOfWeek.class), 8, 20)));
        assertThat(day.gaps(NOON, NOON.plusDays(1)))
                .containsExactly(new Stretch(NOON.withHour(20), NOON.plusDays(1).withHour(8)));
    }

    @Test
    void aShiftOfAnotherDayCoversNothingToday() {
        assertThat(plan(List.of(shift("a", EnumSet.of(DayOfWeek.SUNDAY), 0, 0))).gaps(NOON, NOON.plusDays(1)))
                .hasSize(1);
    }

    @Test
    void gapsAreExactlyTheMinutesNobodyCovers() {
        Random random = new Random(8);
        for (int round = 0; round < 60; round++) {
            LocalDateTime now = NOON.plusMinutes(random.nextInt(1_440));
            LocalDateTime leave = now.plusMinutes(random.nextInt(1_440));
            DutyPlan plan = plan(
                    List.of(
                            shift(
                                    "a",
                                    EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.TUESDAY),
                                    random.nextInt(24),
                                    random.nextInt(24)),
                            shift("b", EnumSet.of(DayOfWeek.WEDNESDAY), random.nextInt(24), random.nextInt(24))),
                    change("a", "", leave, leave.plusMinutes(1 + random.nextInt(600))),
                    change("b", "c", leave, leave.plusMinutes(1 + random.nextInt(600))));
            List<Stretch> gaps = plan.gaps(now, now.plusHours(24));
            for (LocalDateTime minute = now; minute.isBefore(now.plusHours(24)); minute = minute.plusMinutes(1)) {
                LocalDateTime at = minute;
                boolean gap = gaps.stream().anyMatch(g -> !at.isBefore(g.from()) && at.isBefore(g.to()));
                assertThat(gap).as("%s %s", plan, at).isEqualTo(plan.onCall(at).isEmpty());
            }
        }
    }
}
