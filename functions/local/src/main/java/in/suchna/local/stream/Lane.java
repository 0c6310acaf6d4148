package in.suchna.local.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Works on records one batch after the other. Changes of one item always take the same lane, so their order holds. */
final class Lane implements Runnable {
    private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>();
    private final int batchSize;
    private final Delivery delivery;
    private final Consumer<Change> done;

    /** @param done told of each record that succeeded or was given up */
    Lane(int batchSize, Delivery delivery, Consumer<Change> done) {
        this.batchSize = batchSize;
        this.delivery = delivery;
        this.done = done;
    }

    void add(Change change) {
        waiting.add(change);
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<Change> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, batchSize - 1);
                delivery.deliver(new Batch(batch));
                batch.forEach(done);
            }
        } catch (InterruptedException _) {
            // the stack stops; what is under way will be told again
            Thread.currentThread().interrupt();
        }
    }
}
