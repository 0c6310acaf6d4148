package in.suchna.local.alarm;

import in.suchna.localaws.template.Alarm.Metric;
import in.suchna.localaws.template.Alarm.Statistic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What was measured, minute by minute as CloudWatch keeps it; what is older than any alarm looks back is forgotten. */
public final class Metrics {
    private static final Duration KEPT = Duration.ofHours(6);

    private record Minute(double sum, double maximum) {
        Minute and(Minute other) {
            return new Minute(sum + other.sum, Math.max(maximum, other.maximum));
        }

        double as(Statistic statistic) {
            return switch (statistic) {
                case SUM -> sum;
                case MAXIMUM -> maximum;
            };
        }
    }

    private final Map<Metric, NavigableMap<Instant, Minute>> measured = new HashMap<>();
    private final Clock clock;

    /** @param clock when something is measured now */
    public Metrics(Clock clock) {
        this.clock = clock;
    }

    /** Something is measured now. */
    public void add(Metric metric, double value) {
        add(metric, clock.instant(), value);
    }

    /** Something was measured. */
    public synchronized void add(Metric metric, Instant at, double value) {
        NavigableMap<Instant, Minute> minutes = measured.computeIfAbsent(metric, _ -> new TreeMap<>());
        minutes.merge(at.truncatedTo(ChronoUnit.MINUTES), new Minute(value, value), Minute::and);
        minutes.headMap(minutes.lastKey().minus(KEPT)).clear();
    }

    /** What a span of time comes to; empty when nothing was measured in it. */
    public synchronized OptionalDouble of(Metric metric, Statistic statistic, Instant from, Instant until) {
        return measured.getOrDefault(metric, new TreeMap<>()).subMap(from, until).values().stream()
                .reduce(Minute::and)
                .map(all -> OptionalDouble.of(all.as(statistic)))
                .orElseGet(OptionalDouble::empty);
    }

    /** AWS's metric of a function. */
    public static Metric ofFunction(String function, String name) {
        return new Metric("AWS/Lambda", name, Map.of("FunctionName", function));
    }

    /** AWS's metric of an HTTP API. */
    public static Metric ofApi(String api, String name) {
        return new Metric("AWS/ApiGateway", name, Map.of("ApiId", api));
    }

    /** AWS's metric of a queue. */
    static Metric ofQueue(String queue, String name) {
        return new Metric("AWS/SQS", name, Map.of("QueueName", queue));
    }
}
