package in.suchna.alert;

import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Ladder;
import in.suchna.duty.Ladders;
import in.suchna.duty.Unit;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes urgent tips up their ladders, rung by rung, each at its time. */
final class Climbing {
    private final Alerts alerts;
    private final Climbs climbs;
    private final Ladders ladders;
    private final CallOut callOut;
    private final Ringing ringing;
    private final Messenger messenger;
    private final Clock clock;
    private final Journal journal;

    Climbing(
            Alerts alerts,
            Climbs climbs,
            Ladders ladders,
            CallOut callOut,
            Ringing ringing,
            Messenger messenger,
            Clock clock,
            Journal journal) {
        this.alerts = alerts;
        this.climbs = climbs;
        this.ladders = ladders;
        this.callOut = callOut;
        this.ringing = ringing;
        this.messenger = messenger;
        this.clock = clock;
        this.journal = journal;
    }

    private Ladder ladderOf(Climb climb) {
        return ladders.of(climb);
    }

    /** Begins a climb, or goes on with it when it had begun: the stream may tell twice. */
    void start(Climb begun, Instant deadline) {
        if (begun.raise() > 0) {
            climbs.of(begun.reference()).stream()
                    .filter(older -> older.raise() < begun.raise())
                    .forEach(older -> end(older, ClimbState.SUPERSEDED));
        }
        climbs.save(begun, begun.dueAt(ladderOf(begun)))
                .or(() -> climbs.find(begun.reference(), begun.raise()))
                .ifPresent(climb -> goOn(climb, deadline));
    }

    /** Tells every rung that is due by now. */
    void goOn(Climb read, Instant deadline) {
        Ladder ladder = ladderOf(read);
        Optional<Climb> now = Optional.of(read);
        while (now.isPresent() && isDue(now.get(), ladder) && clock.instant().isBefore(deadline)) {
            Climb climb = now.get();
            if (climb.hasRungLeft(ladder)) {
                tellRung(climb, ladder, deadline);
            } else {
                tellThatExhausted(climb, deadline);
            }
            Climb climbed = climb.climbed(ladder);
            now = climbs.save(climbed, climbed.dueAt(ladder));
        }
    }

    private boolean isDue(Climb climb, Ladder ladder) {
        return climb.dueAt(ladder).filter(due -> !clock.instant().isBefore(due)).isPresent();
    }

    /** Who stands in for nobody and was told on an earlier rung is left in peace; a rung that had only them is passed over. */
    private void tellRung(Climb climb, Ladder ladder, Instant deadline) {
        Turnout turnout = callOut.of(climb, ladder.rungs().get(climb.nextRung()));
        boolean passedOver = climb.nextRung() > 0
                && turnout.hasStandIns()
                && turnout.leaveOut(toldBefore(climb))
                && turnout.called().isEmpty();
        if (passedOver) {
            turnout.unattended().forEach(unit -> journal.count(Signal.NOBODY_ON_CALL, factsOf(climb, unit)));
            journal.note("rung-passed-over", factsOf(climb, Unit.CONTROL_ROOM));
        } else {
            tell(climb, turnout, deadline);
        }
    }

    private Set<String> toldBefore(Climb climb) {
        return alerts.of(climb.reference()).stream()
                .filter(alert -> alert.raise() == climb.raise()
                        && alert.rung() < climb.nextRung()
                        && alert.state() != AlertState.FAILED)
                .map(Alert::officerId)
                .collect(Collectors.toSet());
    }

    private void tell(Climb climb, Turnout turnout, Instant deadline) {
        Instant now = clock.instant();
        boolean fresh = false;
        // all rows stand before the first SMS goes, so that the sweep knows of each whatever happens now
        for (Turnout.Called called : turnout.called()) {
            fresh |= alerts.raise(alertOf(climb, called, now));
        }
        if (fresh || turnout.called().isEmpty()) {
            turnout.unattended().forEach(unit -> journal.count(Signal.NOBODY_ON_CALL, factsOf(climb, unit)));
        }
        if (turnout.called().isEmpty()) {
            journal.count(Signal.ALERT_FAILED, factsOf(climb, Unit.SP_OFFICE));
        }
        for (Turnout.Called called : turnout.called()) {
            Alert alert = alertOf(climb, called, now);
            try {
                ringing.ring(List.of(new Ringing.Call(alert, climb)), Optional.of(called.officer()), deadline);
            } catch (RuntimeException e) {
                // the others must still be told, and the ladder climbed; the sweep comes back to this one
                journal.trouble("ring-failed", e, factsOf(climb, called.unit()));
                journal.count(Signal.RECORD_FAILED, factsOf(climb, called.unit()));
            }
        }
        tellOnWhatsApp(climb, turnout, now);
    }

    /** Behind the SMS, so that none waits for it; whatever became of the SMS. */
    private void tellOnWhatsApp(Climb climb, Turnout turnout, Instant now) {
        turnout.called().stream()
                .filter(called -> called.officer().onWhatsApp())
                .forEach(called -> {
                    try {
                        messenger.call(alertOf(climb, called, now), called.officer());
                    } catch (RuntimeException e) {
                        // the ladder must climb on, with WhatsApp or without
                        journal.trouble("whatsapp-failed", e, factsOf(climb, called.unit()));
                        journal.count(Signal.RECORD_FAILED, factsOf(climb, called.unit()));
                    }
                });
    }

    private static Alert alertOf(Climb climb, Turnout.Called called, Instant now) {
        return Ringing.alertOf(climb, climb.nextRung(), called.officer().id(), called.unit(), now);
    }

    /** No other text is registered, so the control room gets the tip's SMS again, from a rung above the last. */
    private void tellThatExhausted(Climb climb, Instant deadline) {
        Turnout turnout = new Turnout();
        callOut.controlRoomFor(climb).ifPresent(room -> turnout.call(List.of(room), Unit.CONTROL_ROOM));
        journal.count(Signal.LADDER_EXHAUSTED, factsOf(climb, Unit.CONTROL_ROOM));
        if (!turnout.called().isEmpty()) {
            tell(climb, turnout, deadline);
        }
    }

    private static Map<String, Object> factsOf(Climb climb, Unit unit) {
        return Map.of(
                "tip", climb.reference().text(),
                "raise", climb.raise(),
                "rung", climb.nextRung(),
                "unit", unit.name());
    }

    /**
     * Calls who is responsible for a station that was learnt only now, on every rung told so far, and climbs on there. Who
     * was called before is not called again.
     */
    void moved(Reference reference, int raise, Optional<Thana> thana, Instant deadline) {
        Optional<Climb> now = climbs.find(reference, raise);
        while (now.isPresent()
                && now.get().state().stillTells()
                && !now.get().thana().equals(thana)) {
            Climb climb = now.get().movedTo(thana, ladders);
            Ladder ladder = ladderOf(climb);
            // called before the climb is moved: if this fails, the stream tells again
            for (int rung = 0; rung < Math.min(climb.nextRung(), ladder.rungs().size()); rung++) {
                tellRung(climb.before(rung), ladder, deadline);
            }
            now = climbs.save(climb, climb.dueAt(ladder)).isPresent()
                    ? Optional.empty()
                    : climbs.find(reference, raise);
        }
    }

    /** Ends all climbs of a tip that was closed; what was not sent stays unsent. */
    void tipClosed(Reference reference) {
        climbs.of(reference).forEach(climb -> end(climb, ClimbState.CLOSED));
    }

    private void end(Climb read, ClimbState as) {
        Optional<Climb> now = Optional.of(read);
        while (now.isPresent() && now.get().state().stillTells()) {
            Climb ended = now.get().endedAs(as);
            if (climbs.save(ended, Optional.empty()).isPresent()) {
                break;
            }
            now = climbs.find(read.reference(), read.raise());
        }
    }

    /**
     * Sends an officer's alerts that are due, as one SMS; ends those whose climb tells no more.
     *
     * @param due of one officer and unit
     */
    void ringAgain(List<Alert> due, Instant deadline) {
        List<Ringing.Call> calls =
                due.stream().map(this::callOf).flatMap(Optional::stream).toList();
        if (!calls.isEmpty()) {
            Alert first = due.getFirst();
            ringing.ring(calls, callOut.officer(first.unit(), first.officerId()), deadline);
        }
    }

    private Optional<Ringing.Call> callOf(Alert alert) {
        Optional<Climb> climb = climbs.find(alert.reference(), alert.raise())
                .filter(found -> found.state().stillTells());
        if (climb.isEmpty()) {
            alerts.superseded(alert, clock.instant());
        }
        return climb.map(found -> new Ringing.Call(alert, found));
    }
}
