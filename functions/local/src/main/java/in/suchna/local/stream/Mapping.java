package in.suchna.local.stream;

import in.suchna.journal.Journal;
import in.suchna.localaws.template.Event.StreamMapping;
import in.suchna.replay.RecordFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One stream mapping at work: a reader that fills lanes, lanes that call the function, a checkpoint behind them. */
final class Mapping {
    /** How long the reader sleeps at first when nobody wakes it; twice as long each time, up to {@link #LONGEST_IDLE}. */
    private static final Duration IDLE = Duration.ofMillis(250);

    /** DynamoDB Local looks through what all tables' streams have had since this one's last record, so it is asked seldom. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    /** The least time between two reads of a stream, for each costs the one SQLite thread as much as a write. */
    private static final Duration GATHER = Duration.ofMillis(40);

    /** A longer window of the template's is cut to this, for here somebody sits before the page. */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(2);

    /** The most records read and not yet done. */
    private static final int MOST_UNDER_WAY = 400;

    private final String name;
    private final Duration window;
    private final Duration gather;
    private final StreamTap tap;
    private final RecordFilter filter;
    private final Lateness lateness;
    private final Checkpoints checkpoints;
    private final Journal journal;
    private final Progress progress = new Progress();
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private final Semaphore news = new Semaphore(0);
    private final AtomicLong wakes = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** @param name names the checkpoint and the threads */
    Mapping(
            String name,
            StreamMapping mapping,
            StreamTap tap,
            Delivery delivery,
            Lateness lateness,
            Checkpoints checkpoints,
            Journal journal) {
        this.name = name;
        this.window = mapping.window().compareTo(LONGEST_WINDOW) < 0 ? mapping.window() : LONGEST_WINDOW;
        this.gather = window.compareTo(GATHER) > 0 ? window : GATHER;
        this.tap = tap;
        this.lateness = lateness;
        this.filter = new RecordFilter(mapping.patterns());
        this.checkpoints = checkpoints;
        this.journal = journal;
        for (int i = 0; i < mapping.lanes(); i++) {
            lanes.add(new Lane(mapping.batchSize(), delivery, this::done));
        }
    }

    void start() {
        lanes.forEach(lane ->
                threads.add(Thread.ofPlatform().daemon().name(name + "-lane").start(lane)));
        threads.add(Thread.ofPlatform().daemon().name(name).start(this::read));
    }

    /** Tells the reader that the table was written to. */
    void wake() {
        wakes.incrementAndGet();
        news.release();
    }

    /** Whether all that was read is done and nothing new is known of. */
    boolean isIdle() {
        return answered.get() == wakes.get() && progress.isIdle();
    }

    private void read() {
        try {
            Duration idle = IDLE;
            while (true) {
                // before reading: what is written from now on wakes again
                long heard = wakes.get();
                news.drainPermits();
                int read = round();
                if (read >= 0) {
                    answered.set(heard);
                }
                if (read == StreamTap.MOST_RECORDS) {
                    continue;
                }
                Thread.sleep(read > 0 ? gather : GATHER);
                if (read <= 0) {
                    keepCheckpoint();
                    boolean woken = news.tryAcquire(idle.toMillis(), TimeUnit.MILLISECONDS);
                    idle = woken || read < 0 ? IDLE : longer(idle);
                    if (woken) {
                        Thread.sleep(window);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration idle) {
        Duration twice = idle.multipliedBy(2);
        return twice.compareTo(LONGEST_IDLE) < 0 ? twice : LONGEST_IDLE;
    }

    /** How many records were read; below 0 when the stream could not be read. */
    private int round() throws InterruptedException {
        try {
            List<Change> changes = tap.next();
            Map<Lane, List<Change>> byLane = new HashMap<>();
            for (Change change : changes) {
                room.acquire();
                progress.begin(change);
                lateness.begin(change);
                if (filter.passes(change.json())) {
                    Lane lane = lanes.get(change.lane() % lanes.size());
                    byLane.computeIfAbsent(lane, _ -> new ArrayList<>()).add(change);
                } else {
                    done(change);
                }
            }
            byLane.forEach(Lane::add);
            keepCheckpoint();
            return changes.size();
        } catch (RuntimeException e) {
            journal.trouble("stream-unreadable", e, Map.of("mapping", name));
            return -1;
        }
    }

    private void done(Change change) {
        progress.end(change);
        lateness.end(change);
        room.release();
    }

    private void keepCheckpoint() {
        Optional<Checkpoint> moved = progress.takeMoved();
        moved.ifPresent(checkpoint -> checkpoints.keep(name, checkpoint));
    }

    /** Stops; what is under way will be told again. */
    void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(2));
        }
        keepCheckpoint();
    }
}
