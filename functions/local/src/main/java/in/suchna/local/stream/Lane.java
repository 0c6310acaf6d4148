package in.suchna.local.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Works on records one batch after the other. Changes of one item always take the same lane, so their order holds. */
final class Lane implements Runnable {
    private final BlockingQueue<List<Change>> waiting = new LinkedBlockingQueue<>();
    private final int batchSize;
    private final Delivery delivery;
    private final Consumer<Change> done;

    /** @param done told of each record that succeeded or was given up */
    Lane(int batchSize, Delivery delivery, Consumer<Change> done) {
        this.batchSize = batchSize;
        this.delivery = delivery;
        this.done = done;
    }

    /** Adds what came at once, which stays together as far as a batch goes. */
    void add(List<Change> changes) {
        waiting.add(changes);
    }

    private void work(List<Change> changes) throws InterruptedException {
        for (int from = 0; from < changes.size(); from += batchSize) {
            List<Change> batch = changes.subList(from, Math.min(changes.size(), from + batchSize));
            delivery.deliver(new Batch(batch));
            batch.forEach(done);
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<List<Change>> come = new ArrayList<>();
                come.add(waiting.take());
                waiting.drainTo(come);
                work(come.stream().flatMap(List::stream).toList());
            }
        } catch (InterruptedException _) {
            // the stack stops; what is under way will be told again
            Thread.currentThread().interrupt();
        }
    }
}
