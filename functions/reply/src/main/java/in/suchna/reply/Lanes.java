package in.suchna.reply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many things at once, but one after another where they belong together. */
final class Lanes {

    /** How many at once. */
    static final int WIDTH = 8;

    private Lanes() {}

    /**
     * Does the work for each thing, in the given order within each lane.
     *
     * @param lane what a thing belongs to
     * @return the things whose work failed, and how
     */
    static <T> Map<T, RuntimeException> run(List<T> things, Function<T, String> lane, Consumer<T> work) {
        Map<String, List<T>> lanes = new LinkedHashMap<>();
        things.forEach(thing ->
                lanes.computeIfAbsent(lane.apply(thing), _ -> new ArrayList<>()).add(thing));
        Map<T, RuntimeException> failures = new ConcurrentHashMap<>();
        List<Callable<Boolean>> drives = lanes.values().stream()
                .map(inOrder -> (Callable<Boolean>) () -> drive(inOrder, work, failures))
                .toList();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory())) {
            for (Future<Boolean> driven : threads.invokeAll(drives)) {
                driven.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A lane ended with an error", e);
        }
        return failures;
    }

    private static <T> boolean drive(List<T> inOrder, Consumer<T> work, Map<T, RuntimeException> failures) {
        for (T thing : inOrder) {
            try {
                work.accept(thing);
            } catch (RuntimeException e) {
                failures.put(thing, e);
            }
        }
        return true;
    }
}
