package in.suchna.alert;

import in.suchna.duty.Alert;
import in.suchna.duty.Climb;
import in.suchna.duty.Ladders;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Probes;
import in.suchna.tip.Tip;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The only rung of the hourly probe's ladder: it finds who would be called and writes their SMS, as for any tip, and then
 * notes that the probe arrived instead of sending anything. The last step, SNS, is watched by what becomes of real SMS.
 */
final class ProbeRung {
    private final CallOut callOut;
    private final Ladders ladders;
    private final SmsText text;
    private final Linking linking;
    private final Probes probes;
    private final Clock clock;
    private final Journal journal;

    ProbeRung(
            CallOut callOut,
            Ladders ladders,
            SmsText text,
            Linking linking,
            Probes probes,
            Clock clock,
            Journal journal) {
        this.callOut = callOut;
        this.ladders = ladders;
        this.text = text;
        this.linking = linking;
        this.probes = probes;
        this.clock = clock;
        this.journal = journal;
    }

    /** Notes that a probe arrived, if it would have called somebody. */
    void reached(Tip tip) {
        Climb climb = Climb.of(tip);
        Instant now = clock.instant();
        Turnout turnout = callOut.of(climb, ladders.of(climb).rungs().getFirst());
        turnout.called().forEach(called -> write(climb, called, now));
        if (!turnout.called().isEmpty()) {
            probes.arrived(tip.createdAt(), now);
            journal.count(
                    Signal.PROBE_ARRIVED,
                    Map.of(
                            "millis", Duration.between(tip.createdAt(), now).toMillis(),
                            "wouldCall", turnout.called().size()));
        }
    }

    private void write(Climb climb, Turnout.Called called, Instant now) {
        Alert alert = Ringing.alertOf(climb, 0, called.officer().id(), called.unit(), now);
        String token = text.hasLink() ? linking.tokenOf(alert) : "";
        String sms = text.of(alert.priority(), alert.reference(), alert.thana(), 0, token);
        if (!text.isRegistered(sms)) {
            throw new IllegalStateException("The probe's SMS is not as registered");
        }
    }
}
