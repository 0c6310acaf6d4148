package in.suchna.duty;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Hours of certain dates in which a unit's weekly shifts do not hold: an officer is away, another comes in their stead or in
 * addition. A swap is two of them. Times are the district's.
 *
 * @param unit for which unit; who is away from several units has one change for each
 * @param from when it begins
 * @param to when it ends, exclusive
 * @param away the id of the officer who is not on call, whatever the shifts say
 * @param instead who is on call
 */
public record DutyChange(
        Unit unit, LocalDateTime from, LocalDateTime to, Optional<String> away, Optional<Officer> instead) {
    private static final String NOBODY = "-";

    /** @throws IllegalArgumentException if it ends before it begins, or names nobody, or one officer twice */
    public DutyChange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A change of duty must end after it begins");
        }
        if (away.isEmpty() && instead.isEmpty()) {
            throw new IllegalArgumentException("A change of duty must name who is away, who comes instead, or both");
        }
        if (away.isPresent() && away.equals(instead.map(Officer::id))) {
            throw new IllegalArgumentException("Nobody can come in their own stead");
        }
    }

    /** Leave: an officer is away from a unit and nobody comes in their stead. */
    public static DutyChange leave(Unit unit, String officerId, LocalDateTime from, LocalDateTime to) {
        return new DutyChange(unit, from, to, Optional.of(officerId), Optional.empty());
    }

    /** What tells it from the unit's other changes: its beginning and its officers. */
    public String key() {
        return from + "#" + away.orElse(NOBODY) + "#" + instead.map(Officer::id).orElse(NOBODY);
    }

    /** Whether it holds at a moment of the district's time. */
    public boolean holds(LocalDateTime moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
