package in.suchna.local.whatsapp;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something after a while. Tests hand in one that does not wait. */
public interface Later {
    /** Runs the work once the time has passed; zero means soon, on another thread. */
    void after(Duration pause, Runnable work);

    /** By this machine's clock, on daemon threads. */
    static Later real() {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("whatsapp-timer").factory());
        return (pause, work) -> {
            var _ = timer.schedule(
                    () -> Thread.ofVirtual().name("whatsapp-work").start(work),
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        };
    }
}
