package in.suchna.simulate;

import java.time.Instant;

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
