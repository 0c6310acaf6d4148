package in.suchna.seal;

import java.time.Duration;
import java.time.Instant;
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
    private @Nullable Current current;

    private static final class Current {
        private final Sealer.Envelope envelope;
        private final Instant made;
        private int uses;

        Current(Sealer.Envelope envelope, Instant made) {
            this.envelope = envelope;
            this.made = made;
        }

        boolean serves(Instant now) {
            // a clock that went back wears it out too
            return !now.isBefore(made) && now.isBefore(made.plus(WORN_AFTER)) && uses < MOST_USES;
        }
    }

    public Envelopes(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The envelope for something sealed now. */
    public synchronized Sealer.Envelope at(Instant now) {
        Current ready = current;
        if (ready == null || !ready.serves(now)) {
            ready = new Current(sealer.envelope(), now);
            current = ready;
        }
        ready.uses++;
        return ready.envelope;
    }
}
