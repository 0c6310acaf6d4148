package in.suchna.duty;

import java.time.Duration;
import java.util.List;

/**
 * Who is told when, until people acknowledge.
 *
 * @param rungs the steps, each later than the one before, the first at once
 * @param exhausted how long after the tip became urgent the control room is told that the ladder did not help
 * @param acknowledgements 1: anyone's is enough; 2: one of the control room and one of the station or above
 */
public record Ladder(List<Rung> rungs, Duration exhausted, int acknowledgements) {
    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty() || !rungs.getFirst().after().isZero()) {
            throw new IllegalArgumentException("A ladder's first rung is at 0 minutes");
        }
        for (int i = 1; i < rungs.size(); i++) {
            if (rungs.get(i).after().compareTo(rungs.get(i - 1).after()) <= 0) {
                throw new IllegalArgumentException("A ladder's rungs must each be later than the one before");
            }
        }
        if (exhausted.compareTo(rungs.getLast().after()) < 0) {
            throw new IllegalArgumentException("A ladder is exhausted after its last rung, not before");
        }
        if (acknowledgements < 1 || acknowledgements > 2) {
            throw new IllegalArgumentException("A ladder takes 1 or 2 acknowledgements");
        }
    }
}
