package in.suchna.local.stream;

import java.time.Duration;

/** How a lane waits between two attempts. */
@FunctionalInterface
public interface Pause {
    /** The first wait; each further one is twice as long, up to {@link #LONGEST}. */
    Duration SHORTEST = Duration.ofMillis(100);

    /** The longest wait. */
    Duration LONGEST = Duration.ofSeconds(30);

    /** Waits in real time. */
    Pause REAL = Thread::sleep;

    void waitFor(Duration duration) throws InterruptedException;

    /** The wait before the next attempt, when some have failed. */
    static Duration after(int failures) {
        Duration wait = SHORTEST.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
