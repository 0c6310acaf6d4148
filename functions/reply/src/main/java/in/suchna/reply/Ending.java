package in.suchna.reply;

import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.outbox.Attempt;
import in.suchna.outbox.Outgoing;
import in.suchna.outbox.Trouble;
import in.suchna.store.Ground;
import in.suchna.store.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What follows from a refusal, whether WhatsApp's answer or a later receipt told it: again, as template, or the end. */
final class Ending {
    private final Outbox outbox;
    private final Patience patience;
    private final Clock clock;
    private final Journal journal;

    Ending(Outbox outbox, Patience patience, Clock clock, Journal journal) {
        this.outbox = outbox;
        this.patience = patience;
        this.clock = clock;
        this.journal = journal;
    }

    /** Does what the table of refusals says. */
    void refused(Attempt attempt, Ground ground, Refusal refusal, int code) {
        Outgoing outgoing = attempt.outgoing();
        if (refusal.retry() == Retry.OPERATOR) {
            journal.count(Signal.OPERATOR_NEEDED, facts(outgoing.id(), refusal, code));
        }
        switch (refusal.retry()) {
            case AS_TEMPLATE -> asTemplate(outgoing, ground, refusal, code);
            case NEVER -> failed(ground, refusal, code);
            case UNSURE, NOW_BACKOFF, THIS_PERSON_LATER, SLOWER, HOURS, FEW_TRIES, OPERATOR ->
                again(attempt, ground, refusal, code);
        }
    }

    private void again(Attempt attempt, Ground ground, Refusal refusal, int code) {
        Trouble met = attempt.before().and(code);
        Optional<Instant> next = patience.next(attempt.outgoing(), refusal.retry(), met);
        if (next.isEmpty()) {
            failed(ground, refusal, code);
            return;
        }
        boolean changed = (ground instanceof Ground.Lease lease && refusal.retry() == Retry.UNSURE)
                // nobody knows whether it was sent, and a receipt must still be able to tell
                ? outbox.unsure(lease, next.get(), met)
                : outbox.again(ground, next.get(), met);
        if (changed) {
            journal.note("reply-again", facts(attempt.outgoing().id(), refusal, code));
        }
    }

    private void asTemplate(Outgoing outgoing, Ground ground, Refusal refusal, int code) {
        if (outgoing.template().isEmpty()) {
            dropped(ground, refusal);
        } else if (Outbox.isTemplateOnly(outgoing)) {
            failed(ground, refusal, code);
        } else if (outbox.asTemplate(ground, clock.instant())) {
            journal.note("reply-as-template", facts(outgoing.id(), refusal, code));
        }
    }

    /**
     * Ends a mere courtesy without an alarm: a reaction there is nothing to put on, or a row without a template when the
     * window is closed; who writes a row without one says by it that it then need not be said.
     */
    void dropped(Ground ground, Refusal why) {
        if (outbox.dropped(ground, why.code(), clock.instant())) {
            journal.note("reply-dropped", facts(ground.id(), why, why.code()));
        }
    }

    /** Ends a row for a reason of our own and raises the alarm. */
    void failed(Ground ground, Refusal own) {
        failed(ground, own, own.code());
    }

    /** Raises the alarm, then ends a row for good: who dies between the two has told it, and it is told twice rather than never. */
    private void failed(Ground ground, Refusal refusal, int code) {
        Signal signal = Outgoing.isOfficers(ground.id()) ? Signal.OFFICER_MESSAGE_FAILED : Signal.REPLY_FAILED;
        journal.count(signal, facts(ground.id(), refusal, code));
        if (outbox.failed(ground, code, clock.instant())) {
            journal.note("reply-ended", facts(ground.id(), refusal, code));
        }
    }

    private static Map<String, Object> facts(String id, Refusal refusal, int code) {
        return Map.of("outbox", id, "refusal", refusal.name(), "code", code);
    }
}
