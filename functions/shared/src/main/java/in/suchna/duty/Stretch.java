package in.suchna.duty;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A stretch of the district's time.
 *
 * @param from its beginning
 * @param to its end, exclusive
 */
public record Stretch(LocalDateTime from, LocalDateTime to) {

    /** Its length. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Adds a stretch at the end, or lengthens the last one if the two touch. */
    static void join(List<Stretch> stretches, Stretch next) {
        if (!stretches.isEmpty() && stretches.getLast().to.equals(next.from)) {
            stretches.set(stretches.size() - 1, new Stretch(stretches.getLast().from, next.to));
        } else {
            stretches.add(next);
        }
    }
}
