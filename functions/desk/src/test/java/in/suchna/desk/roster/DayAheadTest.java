package in.suchna.desk.roster;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.desk.roster.DayAhead.Stretch;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayAheadTest {
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

    @Test
    void aShiftRoundTheClockLeavesNoGap() {
        DayAhead day = DayAhead.of(List.of(shift("a", EnumSet.allOf(DayOfWeek.class), 0, 0)), NOON);
        assertThat(day.onCall()).extracting(Officer::id).containsExactly("a");
        assertThat(day.gaps()).isEmpty();
    }

    @Test
    void withoutAnyShiftTheWholeDayIsOneGap() {
        assertThat(DayAhead.of(List.of(), NOON).gaps()).containsExactly(new Stretch(NOON, NOON.plusDays(1)));
    }

    @Test
    void aGapOverMidnightIsOneAndEndsWhereTheNextShiftBegins() {
        DayAhead day = DayAhead.of(List.of(shift("a", EnumSet.allOf(DayOfWeek.class), 8, 20)), NOON);
        assertThat(day.gaps())
                .containsExactly(new Stretch(NOON.withHour(20), NOON.plusDays(1).withHour(8)));
    }

    @Test
    void aShiftOfAnotherDayCoversNothingToday() {
        assertThat(DayAhead.of(List.of(shift("a", EnumSet.of(DayOfWeek.SUNDAY), 0, 0)), NOON)
                        .gaps())
                .hasSize(1);
    }

    @Test
    void gapsAreExactlyTheMinutesNobodyCovers() {
        Random random = new Random(8);
        for (int round = 0; round < 60; round++) {
            List<Shift> shifts = List.of(
                    shift(
                            "a",
                            EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.TUESDAY),
                            random.nextInt(24),
                            random.nextInt(24)),
                    shift("b", EnumSet.of(DayOfWeek.WEDNESDAY), random.nextInt(24), random.nextInt(24)));
            LocalDateTime now = NOON.plusMinutes(random.nextInt(1_440));
            DayAhead day = DayAhead.of(shifts, now);
            for (LocalDateTime minute = now; minute.isBefore(now.plusHours(24)); minute = minute.plusMinutes(1)) {
                LocalDateTime at = minute;
                boolean gap = day.gaps().stream().anyMatch(g -> !at.isBefore(g.from()) && at.isBefore(g.to()));
                assertThat(gap)
                        .as("%s %s", shifts, at)
                        .isEqualTo(shifts.stream().noneMatch(s -> s.covers(at)));
            }
        }
    }
}
