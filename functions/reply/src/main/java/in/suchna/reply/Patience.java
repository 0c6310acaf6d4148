package in.suchna.reply;

import in.suchna.outbox.Outgoing;
import in.suchna.outbox.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a row that was refused is tried again, and when that has to end. */
final class Patience {

    /** How long after it was written a row is still tried. */
    static final Duration DAY = Duration.ofHours(24);

    /** How often sending is begun at most, whatever came of it; stops a row that kills who sends it. */
    static final int MOST_ATTEMPTS = 120;

    private final Clock clock;
    private final RandomGenerator random;

    Patience(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** When to try again; empty when it is over. */
    Optional<Instant> next(Outgoing outgoing, Retry retry, Trouble met) {
        Instant last = outgoing.createdAt().plus(DAY);
        return retry.pause(met.times(), random).map(clock.instant()::plus).filter(next -> !next.isAfter(last));
    }
}
