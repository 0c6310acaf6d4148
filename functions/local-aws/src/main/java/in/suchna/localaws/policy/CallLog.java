package in.suchna.localaws.policy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** How often each function called what, who wants to know of it, and which calls shall fail. */
public final class CallLog {
    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
    private final List<Witness> witnesses = ServiceLoader.load(Witness.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    private final Map<String, Map<String, DoubleAdder>> units = new ConcurrentHashMap<>();
    private volatile Fault fault = Fault.NONE;
    private volatile boolean metered;

    /** The calls of a function by operation, such as {@code dynamodb:PutItem}. */
    public Map<String, Long> of(String function) {
        Map<String, Long> totals = new TreeMap<>();
        counts.getOrDefault(function, Map.of()).forEach((operation, count) -> totals.put(operation, count.sum()));
        return totals;
    }

    /** Counts from now on what DynamoDB bills, too; each call is a little slower by it. */
    public void meter() {
        metered = true;
    }

    /** The read or write units of a function by operation, such as {@code dynamodb:PutItem}; none unless it is metered. */
    public Map<String, Double> unitsOf(String function) {
        Map<String, Double> totals = new TreeMap<>();
        units.getOrDefault(function, Map.of()).forEach((operation, sum) -> totals.put(operation, sum.sum()));
        return totals;
    }

    /** Counts anew. */
    public void reset() {
        counts.clear();
        units.clear();
    }

    /** Lets calls fail from now on, until {@link Fault#NONE}. */
    public void failBy(Fault next) {
        this.fault = next;
    }

    /** Tells each call that succeeded, from now on. */
    public void onSuccess(Consumer<Call> listener) {
        listeners.add(listener);
    }

    Fault fault() {
        return fault;
    }

    void count(Call call) {
        witnesses.forEach(witness -> witness.sees(call));
        counts.computeIfAbsent(call.function(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(call.operation(), _ -> new LongAdder())
                .increment();
    }

    boolean isMetered() {
        return metered;
    }

    void consumed(Call call, double consumed) {
        units.computeIfAbsent(call.function(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(call.operation(), _ -> new DoubleAdder())
                .add(consumed);
    }

    void succeeded(Call call) {
        listeners.forEach(listener -> listener.accept(call));
    }
}
