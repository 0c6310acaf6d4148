package in.suchna.widget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads many small things at once, so that a widget waits for the slowest and not for the sum. */
public final class AtOnce {
    private AtOnce() {}

    /** Begins a reading; what it gives, or throws, is had when it is asked for. */
    public static <R> Supplier<R> begin(Supplier<R> reading) {
        FutureTask<R> begun = new FutureTask<>(reading::get);
        Thread.ofVirtual().start(begun);
        return () -> got(begun);
    }

    private static <R> R got(Future<R> begun) {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a reading gives for each of these, in their order.
     *
     * @throws RuntimeException the first that a reading threw
     */
    public static <T, R> List<R> read(Collection<T> these, Function<T, R> reading) {
        List<Supplier<R>> begun = new ArrayList<>();
        these.forEach(one -> begun.add(begin(() -> reading.apply(one))));
        return begun.stream().map(Supplier::get).toList();
    }
}
