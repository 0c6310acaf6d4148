package in.suchna.local.stream;

import java.time.Duration;

/** How long a lane waits between two attempts. */
final class Backoff {
    /** The first wait; each further one is twice as long, up to {@link #LONGEST}. */
    static final Duration SHORTEST = Duration.ofMillis(100);

    /** The longest wait. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private Backoff() {}

    /** The wait before the next attempt, when some have failed. */
    static Duration after(int failures) {
        Duration wait = SHORTEST.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
