package in.suchna.simulate;

import in.suchna.localaws.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What happened in a day, in words, and how often each kind of fault struck. */
final class Story {
    private final MovingClock clock;
    private final Instant start;
    private final boolean isTold;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    /** @param isTold whether anybody will read it */
    Story(MovingClock clock, boolean isTold) {
        this.clock = clock;
        this.start = clock.instant();
        this.isTold = isTold;
    }

    /** Tells something. */
    void tell(Supplier<String> words) {
        if (isTold) {
            Duration passed = Duration.between(start, clock.instant());
            lines.add("%02d:%02d:%02d.%03d  %s"
                    .formatted(
                            passed.toHours(),
                            passed.toMinutesPart(),
                            passed.toSecondsPart(),
                            passed.toMillisPart(),
                            words.get()));
        }
    }

    /** Counts a fault that struck. */
    void fault(Object kind) {
        faults.merge(kind.toString().toLowerCase(Locale.ROOT).replace('_', ' '), 1, Integer::sum);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }
}
