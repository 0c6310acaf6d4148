package in.suchna.alert;

import in.suchna.duty.Alert;
import in.suchna.duty.Officer;
import in.suchna.store.Alerts;
import in.suchna.store.Paces;
import in.suchna.tip.Priority;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Keeps officers' phones from ringing without end. An officer's first SMS of a critical tip is never held back, nor is
 * anything to the control room's own number, which is the last resort.
 */
final class Throttle {
    private final Alerts alerts;
    private final Paces paces;

    Throttle(Alerts alerts, Paces paces) {
        this.alerts = alerts;
        this.paces = paces;
    }

    /** When an alert may go, if not now; nothing is counted yet. */
    Optional<Instant> heldUntil(Alert alert, Instant now) {
        return holds(alert)
                ? unlessTroubled(
                        () -> paces.of(alert.officerId()).heldUntil(now).filter(_ -> mayWait(alert)))
                : Optional.empty();
    }

    /** Counts an SMS that is about to go; when it may go, if the pace has run out meanwhile. */
    Optional<Instant> beforeSending(Alert alert, Instant now) {
        return holds(alert)
                ? unlessTroubled(() -> paces.count(alert.officerId(), mayWait(alert), now))
                : Optional.empty();
    }

    /** Counts an SMS that went without asking, so that it cost no time before. */
    void afterSending(Alert alert, Instant now) {
        if (!holds(alert) && !isOfControlRoom(alert)) {
            unlessTroubled(() -> paces.count(alert.officerId(), false, now));
        }
    }

    private static boolean holds(Alert alert) {
        return !isOfControlRoom(alert) && (alert.priority() != Priority.CRITICAL || alert.rung() > 0);
    }

    private static boolean isOfControlRoom(Alert alert) {
        return alert.officerId().equals(Officer.CONTROL_ROOM_ID);
    }

    private boolean mayWait(Alert alert) {
        return alert.priority() != Priority.CRITICAL
                || alerts.of(alert.reference()).stream()
                        .anyMatch(earlier -> earlier.officerId().equals(alert.officerId())
                                && earlier.raise() == alert.raise()
                                && earlier.rung() < alert.rung());
    }

    /** A count that can't be read or kept holds no SMS back. */
    private static Optional<Instant> unlessTroubled(Supplier<Optional<Instant>> counting) {
        try {
            return counting.get();
        } catch (SdkException e) {
            return Optional.empty();
        }
    }
}
