package in.suchna.localaws.policy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** How often each function called what, who wants to know of it, and which calls shall fail. */
public final class CallLog {
    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
    private final List<Witness> witnesses = ServiceLoader.load(Witness.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    private volatile Fault fault = Fault.NONE;

    /** The calls of a function by operation, such as {@code dynamodb:PutItem}. */
    public Map<String, Long> of(String function) {
        Map<String, Long> totals = new TreeMap<>();
        counts.getOrDefault(function, Map.of()).forEach((operation, count) -> totals.put(operation, count.sum()));
        return totals;
    }

    /** Counts anew. */
    public void reset() {
        counts.clear();
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

    void succeeded(Call call) {
        listeners.forEach(listener -> listener.accept(call));
    }
}
