package in.suchna.evidence.whatsapp;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What to do after a mishap: how soon, how long and how often to try again. All of it ends when WhatsApp forgets the file. */
public enum Retry {
    /** Soon, doubling, anywhere within the doubled time. */
    SOON(Duration.ofSeconds(5), 2, Duration.ofMinutes(30), Integer.MAX_VALUE),
    /** We asked too often: a while of quiet. */
    SLOWER(Duration.ofMinutes(2), 2, Duration.ofHours(1), Integer.MAX_VALUE),
    /** May pass, may be for good. */
    FEW_TRIES(Duration.ofMinutes(1), 3, Duration.ofHours(2), 6),
    /** A person must mend it; waits for them without wearing out. */
    OPERATOR(Duration.ofMinutes(15), 1, Duration.ofMinutes(15), Integer.MAX_VALUE),
    /** Trying again can't help. */
    NEVER(Duration.ZERO, 1, Duration.ZERO, 0);

    private final Duration first;
    private final int growth;
    private final Duration longest;
    private final int most;

    Retry(Duration first, int growth, Duration longest, int most) {
        this.first = first;
        this.growth = growth;
        this.longest = longest;
        this.most = most;
    }

    /**
     * How long to wait.
     *
     * @param times how often in a row it went wrong, this time included
     * @return empty when it is over
     */
    public Optional<Duration> pause(int times, RandomGenerator random) {
        if (times > most) {
            return Optional.empty();
        }
        double grown = (double) first.toMillis() * Math.pow(growth, Math.max(0, times - 1));
        long ceiling = (long) Math.min(grown, (double) longest.toMillis());
        return Optional.of(Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1)));
    }
}
