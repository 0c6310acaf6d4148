package in.suchna.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What one tip, or one climb of its ladder, adds to the figures as it stands at a version. It says all of it, not what
 * changed, so that the newest word alone counts however often and in whatever order it is told.
 *
 * @param key names it, such as {@code tip#7K3QM9T}
 * @param version of the row it was read from
 * @param day the day it belongs to, in the district's time
 * @param at when the last message to it came; it is remembered as long as the tip
 * @param marks what it counts as, by the names of {@link Marks}
 */
public record Counted(String key, long version, LocalDate day, Instant at, Set<String> marks) {
    public Counted {
        marks = Set.copyOf(marks);
    }
}
