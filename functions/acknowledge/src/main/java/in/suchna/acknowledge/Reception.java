package in.suchna.acknowledge;

import in.suchna.acknowledge.Visit.Word;
import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Channel;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Links;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Acknowledgements.Answer;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows a link's tip, and takes its officer's word. Only a POST of the page's own form acknowledges. */
final class Reception {
    private final Alerts alerts;
    private final Climbs climbs;
    private final Acknowledgements acknowledgements;
    private final Supplier<String> linkSecret;
    private final Clock clock;
    private final Journal journal;

    Reception(
            Alerts alerts,
            Climbs climbs,
            Acknowledgements acknowledgements,
            Supplier<String> linkSecret,
            Clock clock,
            Journal journal) {
        this.alerts = alerts;
        this.climbs = climbs;
        this.acknowledgements = acknowledgements;
        this.linkSecret = linkSecret;
        this.clock = clock;
        this.journal = journal;
    }

    /** What comes of a visit. */
    Outcome serve(Visit visit) {
        return switch (visit.method()) {
            case "GET", "HEAD" -> alertOf(visit.token()).map(this::show).orElseGet(this::refused);
            case "POST" ->
                visit.word()
                        .<Outcome>map(word -> alertOf(visit.token())
                                .map(alert -> take(alert, word))
                                .orElseGet(this::refused))
                        .orElseGet(Outcome.NotTaken::new);
            default -> new Outcome.NotTaken();
        };
    }

    private Outcome refused() {
        journal.count(Signal.LINK_REFUSED, Map.of());
        return new Outcome.Unknown();
    }

    /** The alert a token was made for. */
    private Optional<Alert> alertOf(String token) {
        Links links = new Links(linkSecret.get().getBytes(StandardCharsets.UTF_8));
        return Links.referenceIn(token)
                .flatMap(reference -> alerts.of(reference).stream()
                        .filter(alert -> links.isOf(token, alert))
                        .findFirst());
    }

    private Outcome show(Alert alert) {
        if (!clock.instant().isBefore(Links.endOf(alert))) {
            return new Outcome.Expired();
        }
        Climb climb = climbs.of(alert.reference()).stream()
                .max(Comparator.comparingInt(Climb::raise))
                .orElseThrow();
        if (climb.state() == ClimbState.CLOSED) {
            return new Outcome.Closed(alert);
        }
        if (climb.raise() > alert.raise()) {
            return new Outcome.Superseded(alert);
        }
        return climb.state() == ClimbState.ACKNOWLEDGED
                ? new Outcome.Settled(alert)
                : new Outcome.Open(alert, alert.state() == AlertState.ACKNOWLEDGED);
    }

    private Outcome take(Alert alert, Word word) {
        Outcome shown = show(alert);
        return shown instanceof Outcome.Open ? acknowledge(alert, word) : shown;
    }

    private Outcome acknowledge(Alert alert, Word word) {
        Answer answer = acknowledgements.acknowledge(
                alert.reference(), alert.officerId(), word == Word.COMING, clock.instant(), Channel.LINK);
        journal.count(
                Signal.ACKNOWLEDGED,
                answer == Answer.ENOUGH || answer == Answer.ONE_MORE ? 1 : 0,
                Map.of(
                        "tip", alert.reference().text(),
                        "officer", alert.officerId(),
                        "unit", alert.unit().name(),
                        "word", word.name(),
                        "answer", answer.name()));
        return switch (answer) {
            case ENOUGH -> new Outcome.Taken(alert, true);
            case ONE_MORE -> new Outcome.Taken(alert, false);
            // another was quicker, or the button was pressed twice: the table knows how it stands now
            case NOTHING_NEW, UNKNOWN -> again(alert);
        };
    }

    private Outcome again(Alert alert) {
        return alerts.of(alert.reference()).stream()
                .filter(now -> now.key().equals(alert.key()))
                .findFirst()
                .map(this::show)
                .orElseGet(Outcome.Unknown::new);
    }
}
