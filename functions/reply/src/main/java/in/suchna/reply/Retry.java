package in.suchna.reply;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What to do after a refusal: how soon, how long and how often to try again. A day after a row was written all of it ends. */
enum Retry {
    /** Soon, doubling, anywhere within the doubled time, so that many rows don't knock at once. */
    NOW_BACKOFF(Duration.ofSeconds(2), 2, Duration.ofMinutes(30), 0, 60),
    /** Nobody knows whether it was sent: long enough for a receipt to tell, and seldom, for each may be said twice. */
    UNSURE(Duration.ofMinutes(4), 2, Duration.ofHours(1), 0.5, 5),
    /** Only this person is written to too fast; WhatsApp asks for 4 to the power of the attempt, in seconds. */
    THIS_PERSON_LATER(Duration.ofSeconds(4), 4, Duration.ofHours(1), 1, 30),
    /** The whole number is too fast: nothing more is sent in this round. */
    SLOWER(Duration.ofMinutes(1), 2, Duration.ofMinutes(30), 0, 60),
    /** WhatsApp wants hours of quiet. */
    HOURS(Duration.ofHours(2), 2, Duration.ofHours(6), 0.5, 20),
    /** May be the other side's passing trouble, may be for good. */
    FEW_TRIES(Duration.ofMinutes(1), 2, Duration.ofMinutes(10), 0, 4),
    /** A person must mend it; waits for them without wearing out. */
    OPERATOR(Duration.ofMinutes(30), 1, Duration.ofMinutes(30), 0.5, Integer.MAX_VALUE),
    /** The 24-hour window is closed: the template, if there is one. */
    AS_TEMPLATE(Duration.ZERO, 1, Duration.ZERO, 1, 0),
    /** Trying again can't help. */
    NEVER(Duration.ZERO, 1, Duration.ZERO, 1, 0);

    private static final Duration LEAST = Duration.ofSeconds(2);

    private final Duration first;
    private final int growth;
    private final Duration most;
    private final double fixedShare;
    private final int tries;

    Retry(Duration first, int growth, Duration most, double fixedShare, int tries) {
        this.first = first;
        this.growth = growth;
        this.most = most;
        this.fixedShare = fixedShare;
        this.tries = tries;
    }

    /**
     * How long to wait after the same refusal was met this often in a row, the last one included; at least two seconds.
     *
     * @return empty when it was met too often
     */
    Optional<Duration> pause(int times, RandomGenerator random) {
        if (times >= tries) {
            return Optional.empty();
        }
        double ceiling = Math.min((double) most.toMillis(), (double) first.toMillis() * Math.pow(growth, times - 1.0));
        double drawn = ceiling * (fixedShare + (1 - fixedShare) * random.nextDouble());
        return Optional.of(Duration.ofMillis(Math.max(LEAST.toMillis(), Math.round(drawn))));
    }
}
