package in.suchna.webhook.keep;

import in.suchna.seal.Sealer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes to seal in, one of them wrapped ahead: RSA takes longer than all else a message needs, so it is done while the
 * message before is being written. Each is handed out once.
 *
 * <p>Nothing is wrapped ahead before the first message, so none lies in a snapshot.
 */
final class Envelopes {
    private final Sealer sealer;
    private final AtomicReference<Sealer.@Nullable Envelope> ahead = new AtomicReference<>();
    private final AtomicBoolean wrapping = new AtomicBoolean();

    Envelopes(Sealer sealer) {
        this.sealer = sealer;
    }

    Sealer.Envelope next() {
        Sealer.Envelope ready = ahead.getAndSet(null);
        return ready == null ? sealer.envelope() : ready;
    }

    /** Wraps one in the background, unless one is there or under way. */
    void wrapAhead() {
        if (ahead.get() == null && wrapping.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::wrap);
        }
    }

    private void wrap() {
        try {
            ahead.set(sealer.envelope());
        } finally {
            wrapping.set(false);
        }
    }
}
