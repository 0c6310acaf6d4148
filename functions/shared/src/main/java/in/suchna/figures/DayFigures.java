package in.suchna.figures;

import in.suchna.tip.Priority;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A day's figures, or those of several days added up.
 *
 * @param day the day, or the first of them
 * @param counts how many there are of each mark; none where a mark is absent
 */
public record DayFigures(LocalDate day, Map<String, Long> counts) {
    public DayFigures {
        counts = Map.copyOf(counts);
    }

    /** A day on which nothing came. */
    public static DayFigures none(LocalDate day) {
        return new DayFigures(day, Map.of());
    }

    /** Days added up. */
    public static DayFigures sum(LocalDate first, List<DayFigures> days) {
        Map<String, Long> counts = new HashMap<>();
        days.forEach(day -> day.counts.forEach((mark, count) -> counts.merge(mark, count, Long::sum)));
        return new DayFigures(first, counts);
    }

    /** How many of a mark. */
    public long of(String mark) {
        return counts.getOrDefault(mark, 0L);
    }

    /** How many tips that wake an officer. */
    public long urgent() {
        return Arrays.stream(Priority.values())
                .filter(Priority::wakesAnOfficer)
                .mapToLong(priority -> of(Marks.PRIORITY + priority))
                .sum();
    }

    /** How many of a kind of mark, by which one of it; in the order of their names, none below one. */
    public Map<String, Long> each(String kind) {
        Map<String, Long> each = new TreeMap<>();
        counts.forEach((mark, count) -> {
            if (mark.startsWith(kind) && count > 0) {
                each.put(mark.substring(kind.length()), count);
            }
        });
        return each;
    }

    /** How many of a kind of mark, all in all. */
    public long all(String kind) {
        return each(kind).values().stream().mapToLong(Long::longValue).sum();
    }
}
