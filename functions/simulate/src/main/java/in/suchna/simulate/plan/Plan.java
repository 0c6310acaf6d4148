package in.suchna.simulate.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A day.
 *
 * @param seed of all that is drawn while it goes on
 * @param start when it begins
 * @param steps what it brings
 * @param usualInTen of ten turns, how many go to who has waited longest
 */
public record Plan(long seed, Instant start, List<Step> steps, int usualInTen) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Its steps of one kind. */
    public <S extends Step> Stream<S> steps(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The same day without some of its steps. */
    public Plan without(int from, int to) {
        List<Step> fewer = new ArrayList<>(steps.subList(0, from));
        fewer.addAll(steps.subList(to, steps.size()));
        return new Plan(seed, start, fewer, usualInTen);
    }

    /** The same day with everyone waiting their turn. */
    public Plan orderly() {
        return new Plan(seed, start, steps, 10);
    }

    /** Tells its steps, one a line. */
    public void tell(Consumer<String> lines) {
        lines.accept("seed %d, begins %s".formatted(seed, start));
        steps.forEach(step -> lines.accept("  " + step));
    }
}
