package in.suchna.intake.officer;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Alert;
import in.suchna.duty.Channel;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Acknowledgements.Answer;
import in.suchna.store.Alerts;
import in.suchna.store.Tips;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import java.time.Instant;
import java.util.Optional;

/** Does what an officer's order asks, but for their own tips. An officer may read and work only tips they were told of. */
public final class Serving {
    private final Alerts alerts;
    private final Acknowledgements acknowledgements;
    private final Tips tips;
    private final OfficerWords words;

    public Serving(Alerts alerts, Acknowledgements acknowledgements, Tips tips, OfficerWords words) {
        this.alerts = alerts;
        this.acknowledgements = acknowledgements;
        this.tips = tips;
        this.words = words;
    }

    /**
     * What came of an order.
     *
     * @param about the tip, where the officer may know it
     * @param says the answer; empty when nobody waits for one
     * @param changed the tip as it is to be written with the answer
     * @param report what the officer says they did, with {@code changed}
     */
    public record Served(Optional<Reference> about, Optional<String> says, Optional<Tip> changed, String report) {
        static Served says(Optional<Reference> about, String words) {
            return new Served(about, Optional.of(words), Optional.empty(), "");
        }
    }

    /** @throws IllegalArgumentException for an officer's own tip, which is taken down as a citizen's */
    public Served serve(String officerId, Order order, Instant now) {
        return switch (order) {
            case Order.Acknowledge(Reference reference, boolean onMyWay) ->
                acknowledged(officerId, reference, onMyWay, now);
            case Order.Ask(Reference reference) ->
                told(officerId, reference)
                        .flatMap(_ -> tips.find(reference))
                        .map(tip -> Served.says(Optional.of(reference), words.about(tip)))
                        .orElseGet(() -> notTold(reference));
            case Order.Done(Reference reference, String report) ->
                told(officerId, reference)
                        .flatMap(_ -> tips.find(reference))
                        .map(tip -> done(officerId, tip, report, now))
                        .orElseGet(() -> notTold(reference));
            case Order.ReferenceMissing _ -> Served.says(Optional.empty(), words.say("reference-missing", ""));
            case Order.NotUnderstood _ -> Served.says(Optional.empty(), words.say("help", ""));
            case Order.Nothing _ -> new Served(Optional.empty(), Optional.empty(), Optional.empty(), "");
            case Order.OwnTip _, Order.GoOn _ ->
                throw new IllegalArgumentException("An officer's own tip is taken down as a citizen's");
        };
    }

    private Served acknowledged(String officerId, Reference reference, boolean onMyWay, Instant now) {
        Answer answer = acknowledgements.acknowledge(reference, officerId, onMyWay, now, Channel.WHATSAPP);
        return switch (answer) {
            case ENOUGH -> Served.says(Optional.of(reference), words.say("enough", reference.text()));
            case ONE_MORE -> Served.says(Optional.of(reference), words.say("one-more", reference.text()));
            case NOTHING_NEW -> Served.says(Optional.of(reference), words.say("nothing-new", reference.text()));
            case UNKNOWN -> notTold(reference);
        };
    }

    private Optional<Alert> told(String officerId, Reference reference) {
        return alerts.of(reference).stream()
                .filter(alert -> alert.officerId().equals(officerId))
                .findFirst();
    }

    // the same whether there is such a tip or not
    private Served notTold(Reference reference) {
        return Served.says(Optional.empty(), words.say("not-told", reference.text()));
    }

    private Served done(String officerId, Tip tip, String report, Instant now) {
        Reference reference = tip.reference();
        if (tip.status() == Status.CLOSED) {
            return Served.says(Optional.of(reference), words.say("closed", reference.text()));
        }
        told(officerId, reference)
                .ifPresent(alert -> acknowledgements.acknowledge(
                        reference, new Acknowledgement(officerId, alert.unit(), true, now, Channel.WHATSAPP)));
        return new Served(
                Optional.of(reference),
                Optional.of(words.say("done", reference.text())),
                Optional.of(tip.handled(Status.ACTION_TAKEN, tip.handling())),
                report);
    }
}
