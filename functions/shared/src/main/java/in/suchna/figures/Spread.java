package in.suchna.figures;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How durations are spread over steps that grow with their length, so that a median of any number of them costs a few dozen
 * numbers. A share is told as the step it lies within: at most a third too long.
 *
 * @param counts how many lie within each step, by the step's end in minutes
 */
public record Spread(SortedMap<Integer, Long> counts) {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int[] STEPS = {
        1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, HOUR, 75, 90, 2 * HOUR, 150, 3 * HOUR, 4 * HOUR, 5 * HOUR,
        6 * HOUR, 8 * HOUR, 10 * HOUR, 12 * HOUR, 16 * HOUR, 20 * HOUR, DAY, 30 * HOUR, 36 * HOUR, 2 * DAY, 60 * HOUR,
        3 * DAY, 4 * DAY, 5 * DAY, 6 * DAY, 7 * DAY, 9 * DAY, 12 * DAY, 15 * DAY, 20 * DAY, 25 * DAY, 30 * DAY,
        40 * DAY, 50 * DAY, 60 * DAY, 80 * DAY, 100 * DAY, 130 * DAY, 170 * DAY, 220 * DAY, 290 * DAY, 350 * DAY,
        400 * DAY
    };

    public Spread {
        counts = new TreeMap<>(counts);
    }

    /** The end of the step a duration lies in, in minutes; the last step has whatever is longer. */
    public static int within(Duration duration) {
        long minutes = Math.max(
                1, Math.ceilDiv(duration.toMillis(), Duration.ofMinutes(1).toMillis()));
        int found = Arrays.binarySearch(STEPS, (int) Math.min(minutes, STEPS[STEPS.length - 1]));
        return STEPS[found < 0 ? -found - 1 : found];
    }

    /** The spread of a kind of mark over some days. */
    public static Spread of(String kind, List<DayFigures> days) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (DayFigures day : days) {
            for (Map.Entry<String, Long> one : day.each(kind).entrySet()) {
                counts.merge(Integer.valueOf(one.getKey()), one.getValue(), Long::sum);
            }
        }
        return new Spread(counts);
    }

    /** How many durations there are. */
    public long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Within how many minutes a share of them lies; empty when there is none.
     *
     * @param share above 0, at most 1; 0.5 gives the median
     */
    public OptionalInt minutesOf(double share) {
        long wanted = Math.max(1, (long) Math.ceil(size() * share));
        long seen = 0;
        for (Map.Entry<Integer, Long> step : counts.entrySet()) {
            seen += step.getValue();
            if (seen >= wanted) {
                return OptionalInt.of(step.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
