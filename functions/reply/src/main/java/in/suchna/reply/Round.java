package in.suchna.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One waking of the function: until when it may begin to send, and what it has learned. What it doesn't begin stays in the
 * outbox, and the next sweep finds it.
 */
final class Round {

    /** How long sending may be begun; with one last call's deadlines it stays under the function's 60 seconds. */
    static final Duration LENGTH = Duration.ofSeconds(40);

    private final Clock clock;
    private final Instant end;
    private final AtomicBoolean tooFast = new AtomicBoolean();
    private final Set<String> marked = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private Round(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    static Round begin(Clock clock) {
        return new Round(clock, clock.instant().plus(LENGTH));
    }

    /** Whether another row of this conversation may be begun. */
    boolean goesOn(String conversation) {
        return !tooFast.get() && !held.contains(conversation) && clock.instant().isBefore(end);
    }

    /** One answer has to wait, so those after it wait too, or they would overtake it. */
    void hold(String conversation) {
        held.add(conversation);
    }

    /** WhatsApp says the number sends too fast: the rest waits for the next round. */
    void stop() {
        tooFast.set(true);
    }

    /** Whether this is the first answer to its message in this round. */
    boolean isFirstOf(String conversation) {
        return marked.add(conversation);
    }
}
