package in.suchna.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The envelope to seal in. RSA takes longer than all else a message needs, so one wrapped key serves for {@link #WORN_AFTER}
 * or {@value #MOST_USES} messages of this one process; each thing is sealed with a nonce of its own. Who could get at the
 * key in this process could read those messages as they come in anyway.
 *
 * <p>The first is made for the first message, so none lies in a snapshot.
 */
public final class Envelopes {
    /** How long one key serves. */
    public static final Duration WORN_AFTER = Duration.ofSeconds(60);

    /** How many messages one key serves at most. */
    public static final int MOST_USES = 1_000;

    private final Sealer sealer;
    private volatile @Nullable Current current;

    private record Current(Sealer.Envelope envelope, Instant made, AtomicInteger uses) {
        boolean serves(Instant now) {
            // a clock that went back wears it out too
            return !now.isBefore(made) && now.isBefore(made.plus(WORN_AFTER)) && uses.incrementAndGet() <= MOST_USES;
        }
    }

    public Envelopes(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The envelope for something sealed now. */
    public Sealer.Envelope at(Instant now) {
        Current ready = current;
        return ready != null && ready.serves(now) ? ready.envelope() : renew(now);
    }

    private synchronized Sealer.Envelope renew(Instant now) {
        Current ready = current;
        if (ready != null && ready.serves(now)) {
            return ready.envelope();
        }
        Sealer.Envelope made = sealer.envelope();
        current = new Current(made, now, new AtomicInteger(1));
        return made;
    }
}
