package in.suchna.simulate;

import in.suchna.simulate.plan.Plan;
import in.suchna.simulate.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Many days, one after the other. */
final class Season {
    private final Founding founding;
    private final ClassLoader classes;
    private final Map<String, Integer> faults = new TreeMap<>();
    private long calls;
    private int days;

    /** @param classes where the functions' classes are */
    Season(Founding founding, ClassLoader classes) {
        this.founding = founding;
        this.classes = classes;
    }

    /**
     * A day that broke promises.
     *
     * @param plan what it brought
     * @param broken what it broke
     */
    record Found(Plan plan, List<Violation> broken) {
        Found {
            broken = List.copyOf(broken);
        }

        String promise() {
            return broken.getFirst().promise();
        }
    }

    /** Lives a seed's day; what it broke, if anything. */
    Optional<Found> live(long seed) {
        Plan plan = Planner.of(seed);
        Day day = new Day(plan, founding, classes, false).live();
        day.story().faults().forEach((kind, times) -> faults.merge(kind, times, Integer::sum));
        calls += day.calls();
        days++;
        List<Violation> broken = Promises.broken(day, founding);
        return broken.isEmpty() ? Optional.empty() : Optional.of(new Found(plan, broken));
    }

    /** The same, as short as it can be told. */
    Found shortened(Found found) {
        Plan plan = Shrinking.of(
                found.plan(),
                shorter -> brokenIn(shorter).stream()
                        .anyMatch(broken -> broken.promise().equals(found.promise())));
        return new Found(plan, brokenIn(plan));
    }

    private List<Violation> brokenIn(Plan plan) {
        return Promises.broken(new Day(plan, founding, classes, false).live(), founding);
    }

    /** The story of a day. */
    List<String> told(Plan plan) {
        Day day = new Day(plan, founding, classes, true).live();
        List<String> lines = new java.util.ArrayList<>();
        plan.tell(lines::add);
        lines.addAll(day.story().lines());
        Promises.broken(day, founding).forEach(broken -> lines.add("BROKEN  " + broken));
        return lines;
    }

    /** How often each kind of fault struck so far. */
    Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }

    /** How many calls the functions made so far. */
    long calls() {
        return calls;
    }

    /** How many days were lived. */
    int days() {
        return days;
    }
}
