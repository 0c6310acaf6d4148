package in.suchna.duty;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hours of a week in which an officer is on call for a unit, in the district's time.
 *
 * @param unit for which unit
 * @param officer who
 * @param days the days on which it begins
 * @param from when it begins
 * @param to when it ends, exclusive; equal to {@code from} means 24 hours, before it means the next morning
 */
public record Shift(Unit unit, Officer officer, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public Shift {
        days = Set.copyOf(days);
    }

    /** What tells it from the unit's other shifts: officer, days and beginning. */
    public String key() {
        return officer.id() + "#" + daysText() + "#" + from;
    }

    /** The days as the table has them, such as {@code MONDAY,TUESDAY}. */
    public String daysText() {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    /** Whether the officer is on call at a moment of the district's time. */
    public boolean covers(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        boolean beganToday = days.contains(moment.getDayOfWeek()) && !time.isBefore(from);
        boolean beganYesterday = days.contains(moment.getDayOfWeek().minus(1)) && time.isBefore(to);
        boolean overnight = !from.isBefore(to);
        return overnight ? beganToday || beganYesterday : beganToday && time.isBefore(to);
    }
}
