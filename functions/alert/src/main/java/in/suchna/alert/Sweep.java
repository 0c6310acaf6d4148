package in.suchna.alert;

import in.suchna.duty.Alert;
import in.suchna.duty.Climb;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Looks each minute at what is due: rungs first, then alerts to be sent again. It reads the sparse index and never scans. */
final class Sweep {

    /** How many are read at once of each shard. */
    static final int PAGE = 50;

    private final Alerts alerts;
    private final Climbs climbs;
    private final Climbing climbing;
    private final Clock clock;
    private final Journal journal;

    Sweep(Alerts alerts, Climbs climbs, Climbing climbing, Clock clock, Journal journal) {
        this.alerts = alerts;
        this.climbs = climbs;
        this.climbing = climbing;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Works what is due until nothing is left or the deadline has come.
     *
     * @return how many climbs and alerts were looked at
     */
    int work(Instant deadline) {
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more && clock.instant().isBefore(deadline)) {
            List<Climb> dueClimbs = climbs.due(clock.instant(), PAGE);
            List<Alert> dueAlerts = alerts.due(clock.instant(), PAGE).stream()
                    .sorted(Comparator.comparing(Alert::priority).thenComparing(Alert::dueAt))
                    .toList();
            // the index lags behind the table, so it may show again what was just done
            more = false;
            for (Climb climb : dueClimbs) {
                boolean fresh = seen.add(climb.reference() + "#" + climb.raise() + "#" + climb.nextRung());
                more |= fresh
                        && worked(
                                climb,
                                c -> climbing.goOn(c, deadline),
                                climb.reference().text());
            }
            for (Alert alert : dueAlerts) {
                boolean fresh = seen.add(alert.reference() + "#" + alert.key() + "#" + alert.attempts());
                more |= fresh
                        && worked(
                                alert,
                                a -> climbing.ringAgain(a, deadline),
                                alert.reference().text());
            }
        }
        return seen.size();
    }

    /** One that fails must not keep the others from their officers. */
    private <T> boolean worked(T due, Consumer<T> work, String reference) {
        try {
            work.accept(due);
        } catch (RuntimeException e) {
            journal.trouble("due-failed", e, Map.of("tip", reference));
            journal.count(Signal.RECORD_FAILED, Map.of("tip", reference));
        }
        return true;
    }
}
