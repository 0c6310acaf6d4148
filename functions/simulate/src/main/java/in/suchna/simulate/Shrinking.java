package in.suchna.simulate;

import in.suchna.simulate.plan.Plan;
import java.util.function.Predicate;

/** Makes a day that breaks a promise as short as it can be: fewer steps, and everyone waiting their turn. */
final class Shrinking {
    private Shrinking() {}

    /** @param stillBroken whether a day breaks the same promise */
    static Plan of(Plan plan, Predicate<Plan> stillBroken) {
        Plan shortest = plan;
        // first halves, then quarters, at last single steps, until none can be left out
        for (int length = Math.max(1, plan.steps().size() / 2); length > 0; ) {
            Plan shorter = thinned(shortest, length, stillBroken);
            boolean done = shorter.steps().size() == shortest.steps().size();
            shortest = shorter;
            length = done
                    ? length / 2
                    : Math.min(length, Math.max(1, shortest.steps().size() / 2));
        }
        Plan orderly = shortest.orderly();
        return stillBroken.test(orderly) ? orderly : shortest;
    }

    private static Plan thinned(Plan plan, int length, Predicate<Plan> stillBroken) {
        Plan shortest = plan;
        // from behind, so that what is left keeps its place
        for (int from = plan.steps().size() - 1; from >= 0; from -= length) {
            int to = Math.min(from + length, shortest.steps().size());
            if (from < to) {
                Plan shorter = shortest.without(from, to);
                shortest = stillBroken.test(shorter) ? shorter : shortest;
            }
        }
        return shortest;
    }
}
