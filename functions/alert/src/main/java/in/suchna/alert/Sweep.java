package in.suchna.alert;

import in.suchna.duty.Alert;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
            int before = seen.size();
            climbs.due(clock.instant(), PAGE).stream()
                    .filter(climb -> seen.add(climb.reference() + "#" + climb.raise() + "#" + climb.nextRung()))
                    .forEach(climb -> worked(climb.reference().text(), () -> climbing.goOn(climb, deadline)));
            // the index lags behind the table, so it may show again what was just done
            List<Alert> due = alerts.due(clock.instant(), PAGE).stream()
                    .filter(alert -> seen.add(alert.reference() + "#" + alert.key() + "#" + alert.attempts()))
                    .sorted(Comparator.comparing(Alert::priority).thenComparing(Alert::dueAt))
                    .toList();
            bundles(due)
                    .forEach(bundle ->
                            worked(bundle.getFirst().reference().text(), () -> climbing.ringAgain(bundle, deadline)));
            more = seen.size() > before;
        }
        return seen.size();
    }

    /** What was held back for one officer goes as one SMS; everything else by itself. */
    private static Collection<List<Alert>> bundles(List<Alert> due) {
        return due.stream()
                .collect(Collectors.groupingBy(
                        alert -> wasHeld(alert)
                                ? alert.officerId() + "@" + alert.unit().name()
                                : alert.reference() + "#" + alert.key(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static boolean wasHeld(Alert alert) {
        return alert.attempts() == 0 && alert.dueAt().isAfter(alert.createdAt());
    }

    /** One that fails must not keep the others from their officers. */
    private void worked(String reference, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            journal.trouble("due-failed", e, Map.of("tip", reference));
            journal.count(Signal.RECORD_FAILED, Map.of("tip", reference));
        }
    }
}
