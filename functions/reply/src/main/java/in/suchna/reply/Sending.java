package in.suchna.reply;

import in.suchna.journal.Journal;
import in.suchna.outbox.Attempt;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Address;
import in.suchna.seal.Opener;
import in.suchna.seal.Pepper;
import in.suchna.seal.Purpose;
import in.suchna.seal.SealBroken;
import in.suchna.seal.Sealed;
import in.suchna.store.Ground;
import in.suchna.store.Outbox;
import in.suchna.store.Row;
import in.suchna.store.RowBroken;
import in.suchna.surroundings.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sends one row of the outbox, at most once at a time.
 *
 * <p>Everything that can fail for a while without touching the row (secrets, KMS) comes before the row is claimed: then the
 * exception passes on, and the row is as it was.
 */
final class Sending {

    /** Longer than the function may run, so that who holds a lease past its end is surely dead. */
    static final Duration LEASE = Duration.ofSeconds(90);

    /** The names of the secrets in Parameter Store. */
    record SecretNames(String token, String pepper) {}

    private record Access(String token, Pepper pepper) {
        @Override
        public String toString() {
            return "Access[secret]";
        }
    }

    private final Outbox outbox;
    private final Opener opener;
    private final Graph graph;
    private final Secrets secrets;
    private final SecretNames names;
    private final Ending ending;
    private final Clock clock;
    private final Journal journal;

    Sending(
            Outbox outbox,
            Opener opener,
            Graph graph,
            Secrets secrets,
            SecretNames names,
            Ending ending,
            Clock clock,
            Journal journal) {
        this.outbox = outbox;
        this.opener = opener;
        this.graph = graph;
        this.secrets = secrets;
        this.names = names;
        this.ending = ending;
        this.clock = clock;
        this.journal = journal;
    }

    /** The conversation a row belongs to: rows from one message share its id before the dot. */
    static String conversationOf(Row row) {
        String id = row.optional("id").orElse("");
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    /** Sends a row if it is still to be sent and the round goes on; a broken row ends here, and never stops others. */
    void send(Row row, Round round) {
        String conversation = conversationOf(row);
        if (!round.goesOn(conversation)) {
            return;
        }
        Ground.Unsent unsent = new Ground.Unsent(row.text("id"));
        try {
            Outgoing read = Outbox.of(row);
            if (read.attempts() >= Patience.MOST_ATTEMPTS) {
                ending.failed(unsent, Refusal.WORN_OUT);
            } else {
                send(read, conversation, round);
            }
        } catch (SealBroken _) {
            ending.failed(unsent, Refusal.SEAL_BROKEN);
        } catch (RowBroken _) {
            ending.failed(unsent, Refusal.ROW_BROKEN);
        }
    }

    private void send(Outgoing read, String conversation, Round round) {
        Access access = new Access(secrets.text(names.token()), Pepper.ofSecret(secrets.text(names.pepper())));
        Address address = open(read.address());
        Optional<Attempt> claimed = outbox.claim(read, clock.instant().plus(LEASE));
        if (claimed.isEmpty()) {
            return;
        }
        Outgoing outgoing = claimed.get().outgoing();
        try {
            Optional<Letter> letter = letterOf(outgoing, address);
            if (letter.isEmpty()) {
                ending.dropped(Ground.Lease.of(outgoing), Refusal.WINDOW);
                return;
            }
            if (isFirstAnswer(outgoing, letter.get()) && round.isFirstOf(conversation)) {
                address.wamid().ifPresent(wamid -> mark(access.token(), wamid, outgoing.id()));
            }
            post(claimed.get(), letter.get(), access, conversation, round);
        } catch (LetterBroken broken) {
            unwritable(Ground.Lease.of(outgoing), broken.why());
        }
    }

    /** The payload within the window, outside it the template; empty when there is none. */
    private Optional<Letter> letterOf(Outgoing outgoing, Address address) {
        Optional<String> words = inWindow(outgoing) ? Optional.of(outgoing.payload()) : outgoing.template();
        return words.map(w -> Letter.to(address, w, outgoing.id()));
    }

    private boolean inWindow(Outgoing outgoing) {
        return clock.instant().isBefore(outgoing.windowUntil());
    }

    private boolean isFirstAnswer(Outgoing outgoing, Letter letter) {
        return outgoing.attempts() == 1 && inWindow(outgoing) && !letter.isReaction();
    }

    private void unwritable(Ground.Lease lease, Refusal why) {
        if (why == Refusal.NOTHING_TO_MARK) {
            ending.dropped(lease, why);
        } else {
            ending.failed(lease, why);
        }
    }

    private Address open(Sealed sealed) {
        return Address.of(opener.open(Purpose.ADDRESS, sealed));
    }

    /** Its failure costs nothing; it also finds out a connection that died while the function slept. */
    private void mark(String token, String wamid, String id) {
        if (graph.mark(token, wamid) instanceof Answer.Refused(Refusal refusal, int code)) {
            journal.note("mark-read-refused", Map.of("outbox", id, "refusal", refusal.name(), "code", code));
        }
    }

    private void post(Attempt attempt, Letter letter, Access access, String conversation, Round round) {
        Ground.Lease lease = Ground.Lease.of(attempt.outgoing());
        switch (graph.send(access.token(), letter)) {
            case Answer.Accepted(String wamid) -> {
                if (outbox.sent(lease, access.pepper().wamid(wamid), clock.instant())) {
                    journal.note("reply-sent", Map.of("outbox", lease.id(), "attempt", lease.attempt()));
                }
            }
            case Answer.Refused(Refusal refusal, int code) -> {
                if (refusal.retry() == Retry.SLOWER) {
                    round.stop();
                }
                if (refusal.retry() != Retry.NEVER) {
                    round.hold(conversation);
                }
                ending.refused(attempt, lease, refusal, code);
            }
        }
    }
}
