package in.suchna.simulate;

import in.suchna.local.function.LocalContext;
import in.suchna.localaws.template.Function;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** One call of a function. The threads it starts know it too. */
final class Invocation {
    private static final InheritableThreadLocal<Invocation> CURRENT = new InheritableThreadLocal<>();

    private final String function;
    private final Instant deadline;
    private boolean dead;
    private boolean hurt;

    /** @param deadline when Lambda ends it */
    Invocation(String function, Instant deadline) {
        this.function = function;
        this.deadline = deadline;
    }

    /** The one this thread works for. */
    static Invocation current() {
        return CURRENT.get();
    }

    /** Lets this thread work for it, and those it will start. */
    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }

    /** What the function is told of its call: how long it has left by the clock of its machine. */
    LocalContext context(Function called, Supplier<Instant> now) {
        return contextOf(called, () -> Duration.between(now.get(), deadline));
    }

    /** A call's context; who asks it for a logger breaks, for a function writes to its journal. */
    static LocalContext contextOf(Function called, Supplier<Duration> left) {
        return new LocalContext(called, "simulated", left, () -> {
            throw new UnsupportedOperationException("A function writes to its journal");
        });
    }

    String function() {
        return function;
    }

    Instant deadline() {
        return deadline;
    }

    /** Ends it here; every thread of it ends at its next call. */
    Crash die() {
        dead = true;
        hurt = true;
        return new Crash();
    }

    /** Goes on only if it lives and has time left. */
    void mustLive(Instant now) {
        if (dead) {
            throw new Crash();
        }
        if (now.isAfter(deadline)) {
            throw die();
        }
    }

    boolean isDead() {
        return dead;
    }

    /** Notes that something went wrong with it, so that it may have done a thing and not know. */
    void hurt() {
        hurt = true;
    }

    boolean isHurt() {
        return hurt;
    }
}
