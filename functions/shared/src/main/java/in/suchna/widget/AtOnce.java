package in.suchna.widget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Reads many small things at once, so that a widget waits for the slowest and not for the sum. */
public final class AtOnce {
    private AtOnce() {}

    /**
     * What a reading gives for each of these, in their order.
     *
     * @throws RuntimeException the first that a reading threw
     */
    public static <T, R> List<R> read(Collection<T> these, Function<T, R> reading) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> begun = new ArrayList<>();
            these.forEach(one -> begun.add(threads.submit(() -> reading.apply(one))));
            List<R> read = new ArrayList<>();
            for (Future<R> one : begun) {
                read.add(one.get());
            }
            return read;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
