package in.suchna.local.stream;

import in.suchna.local.alarm.Metrics;
import in.suchna.localaws.template.Function;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long records wait for their function, which Lambda tells as the metric {@code IteratorAge}. They are counted from when
 * they were read, by the stack's own clock: DynamoDB Local stamps them by the machine's.
 */
final class Lateness {
    private final Map<String, Instant> read = new ConcurrentHashMap<>();
    private final Function function;
    private final Metrics metrics;
    private final Clock clock;

    Lateness(Function function, Metrics metrics, Clock clock) {
        this.function = function;
        this.metrics = metrics;
        this.clock = clock;
    }

    void begin(Change change) {
        read.put(change.sequence(), clock.instant());
    }

    void end(Change change) {
        read.remove(change.sequence());
    }

    /** The function is handed a batch; Lambda measures its last record. */
    void handed(Batch batch) {
        Optional.ofNullable(read.get(batch.changes().getLast().sequence()))
                .ifPresent(since -> metrics.add(Metrics.ofFunction(function.name(), "IteratorAge"), (double)
                        Duration.between(since, clock.instant()).toMillis()));
    }
}
