package in.suchna.duty;

import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.time.Instant;
import java.util.Optional;

/**
 * One SMS to one officer on one rung about one tip: one row of the Alerts table.
 *
 * @param reference the tip
 * @param raise how often the tip's priority had risen; a raised tip climbs the ladder again
 * @param rung the step of the ladder, 0 first
 * @param officerId to whom, by the roster's word
 * @param unit for which unit they are on call
 * @param priority the tip's priority at the time
 * @param thana the tip's station, if known
 * @param state where it stands
 * @param attempts how often sending was begun
 * @param createdAt when it was written
 * @param dueAt when the sweep has to look at it
 */
public record Alert(
        Reference reference,
        int raise,
        int rung,
        String officerId,
        Unit unit,
        Priority priority,
        Optional<Thana> thana,
        AlertState state,
        int attempts,
        Instant createdAt,
        Instant dueAt) {

    /** The sort key below the tip's reference: one row an officer, rung and raise. */
    public String key() {
        return "%d#%d#%s".formatted(raise, rung, officerId);
    }
}
