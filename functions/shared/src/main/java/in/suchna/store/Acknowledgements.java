package in.suchna.store;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Alert;
import in.suchna.duty.Channel;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Ladder;
import in.suchna.duty.Ladders;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes officers' word that they have a tip, and stops the ladder when it is enough. */
public final class Acknowledgements {

    /** What an officer's word came to. */
    public enum Answer {
        /** It was enough: nobody else is told of the tip. */
        ENOUGH,
        /** It was taken, but a critical tip needs another's too. */
        ONE_MORE,
        /** It had been said before, or the tip was closed. */
        NOTHING_NEW,
        /** No officer was ever told of such a tip, or not this one. */
        UNKNOWN
    }

    private final Alerts alerts;
    private final Climbs climbs;
    private final Ladders ladders;

    public Acknowledgements(Alerts alerts, Climbs climbs, Ladders ladders) {
        this.alerts = alerts;
        this.climbs = climbs;
        this.ladders = ladders;
    }

    /** Takes the word of an officer who was told of the tip, for the unit they were told for. */
    public Answer acknowledge(Reference reference, String officerId, boolean onMyWay, Instant now, Channel via) {
        return alerts.of(reference).stream()
                .filter(alert -> alert.officerId().equals(officerId))
                .max(Comparator.comparingInt(Alert::raise).thenComparingInt(Alert::rung))
                .map(alert -> acknowledge(reference, new Acknowledgement(officerId, alert.unit(), onMyWay, now, via)))
                .orElse(Answer.UNKNOWN);
    }

    /** Takes a word for a unit, also of one who was not told, such as the desk's. */
    public Answer acknowledge(Reference reference, Acknowledgement word) {
        while (true) {
            Optional<Climb> newest = climbs.of(reference).stream().max(Comparator.comparingInt(Climb::raise));
            if (newest.isEmpty()) {
                return Answer.UNKNOWN;
            }
            Climb read = newest.get();
            Ladder ladder = ladders.of(read);
            Climb said = read.acknowledgedBy(word, ladder);
            if (said.equals(read)) {
                return Answer.NOTHING_NEW;
            }
            // the version of the row lets one change at a time pass; whoever was slower reads again
            if (climbs.save(said, said.dueAt(ladder)).isPresent()) {
                boolean enough = said.state() == ClimbState.ACKNOWLEDGED;
                settle(reference, word, enough);
                return enough ? Answer.ENOUGH : Answer.ONE_MORE;
            }
        }
    }

    private void settle(Reference reference, Acknowledgement word, boolean enough) {
        List<Alert> all = alerts.of(reference);
        all.stream()
                .filter(alert -> alert.officerId().equals(word.officerId()))
                .forEach(alert -> alerts.acknowledged(alert, word));
        if (enough) {
            all.forEach(alert -> alerts.superseded(alert, word.at()));
        }
    }
}
