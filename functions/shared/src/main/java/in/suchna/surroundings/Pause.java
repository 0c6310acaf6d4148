package in.suchna.surroundings;

import java.time.Duration;

/** How a function waits; passed in as the clock is, so that a test need not wait. */
@FunctionalInterface
public interface Pause {

    /** Waits in real time. */
    Pause REAL = Thread::sleep;

    /** @throws InterruptedException if the waiting thread is asked to stop */
    void last(Duration length) throws InterruptedException;
}
