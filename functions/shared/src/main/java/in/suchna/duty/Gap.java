package in.suchna.duty;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Hours of the week in which nobody is on call for a unit.
 *
 * @param unit which unit
 * @param day the day it begins on
 * @param from when it begins
 * @param minutes how long it lasts
 */
public record Gap(Unit unit, DayOfWeek day, LocalTime from, long minutes) {
    private static final long MINUTES_OF_A_WEEK = 7 * 24 * 60;
    // any Monday: shifts know no dates
    private static final LocalDateTime MONDAY = LocalDate.of(2026, 1, 5).atStartOfDay();

    /** All gaps of a roster, unit by unit; one that spans midnight is one gap. */
    public static List<Gap> in(List<Shift> shifts, Collection<Unit> units) {
        return units.stream()
                .flatMap(unit -> of(
                        unit, shifts.stream().filter(s -> s.unit().equals(unit)).toList())
                        .stream())
                .toList();
    }

    private static List<Gap> of(Unit unit, List<Shift> shifts) {
        List<Gap> gaps = new ArrayList<>();
        // coverage changes only where a shift begins or ends
        TreeSet<LocalTime> changes = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
        shifts.forEach(shift -> changes.addAll(List.of(shift.from(), shift.to())));
        List<LocalDateTime> points = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            for (LocalTime time : changes) {
                points.add(MONDAY.plusDays(day).with(time));
            }
        }
        for (int i = 0; i < points.size(); i++) {
            LocalDateTime from = points.get(i);
            LocalDateTime to = i + 1 < points.size() ? points.get(i + 1) : MONDAY.plusWeeks(1);
            if (shifts.stream().noneMatch(shift -> shift.covers(from))) {
                join(
                        gaps,
                        new Gap(
                                unit,
                                from.getDayOfWeek(),
                                from.toLocalTime(),
                                Duration.between(from, to).toMinutes()));
            }
        }
        return gaps;
    }

    private static void join(List<Gap> gaps, Gap next) {
        if (!gaps.isEmpty() && gaps.getLast().end() == next.start()) {
            Gap last = gaps.getLast();
            gaps.set(gaps.size() - 1, new Gap(last.unit, last.day, last.from, last.minutes + next.minutes));
        } else {
            gaps.add(next);
        }
    }

    private long start() {
        return day.getValue() * 24L * 60 + from.toSecondOfDay() / 60;
    }

    private long end() {
        return start() + minutes;
    }

    @Override
    public String toString() {
        if (minutes == MINUTES_OF_A_WEEK) {
            return unit.name() + ": nobody on call, all week";
        }
        String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return "%s: nobody on call from %s %s for %d h %02d min"
                .formatted(unit.name(), name, from, minutes / 60, minutes % 60);
    }
}
