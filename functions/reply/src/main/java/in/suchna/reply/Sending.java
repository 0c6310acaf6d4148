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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        if (!round.goesOn()) {
            return;
        }
        Ground.Unsent unsent = new Ground.Unsent(row.text("id"));
        try {
            send(Outbox.of(row), conversationOf(row), round);
        } catch (SealBroken _) {
            ending.failed(unsent, Refusal.SEAL_BROKEN, Refusal.SEAL_BROKEN.code());
        } catch (RowBroken _) {
            ending.failed(unsent, Refusal.ROW_BROKEN, Refusal.ROW_BROKEN.code());
        }
    }

    private void send(Outgoing read, String conversation, Round round) {
        if (read.attempts() >= Patience.MOST_ATTEMPTS) {
            ending.failed(new Ground.Unsent(read.id()), Refusal.WORN_OUT, Refusal.WORN_OUT.code());
            return;
        }
        String token = secrets.text(names.token());
        Pepper pepper = new Pepper(secrets.text(names.pepper()).getBytes(StandardCharsets.UTF_8));
        Address address = round.open(read.address(), this::open);
        Optional<Attempt> claimed = outbox.claim(read, clock.instant().plus(LEASE));
        if (claimed.isEmpty()) {
            return;
        }
        Outgoing outgoing = claimed.get().outgoing();
        Ground.Lease lease = Ground.Lease.of(outgoing);
        boolean inWindow = clock.instant().isBefore(outgoing.windowUntil());
        Optional<String> words = inWindow ? Optional.of(outgoing.payload()) : outgoing.template();
        if (words.isEmpty()) {
            ending.courtesyEnded(outgoing.id(), lease);
            return;
        }
        Letter letter;
        try {
            letter = Letter.to(address, words.get(), outgoing.id());
        } catch (LetterBroken broken) {
            ending.failed(lease, broken.why(), broken.why().code());
            return;
        }
        boolean answers = inWindow && outgoing.attempts() == 1 && !letter.isReaction();
        if (answers && round.isFirstOf(conversation)) {
            address.wamid().ifPresent(wamid -> mark(token, wamid, outgoing.id()));
        }
        post(claimed.get(), lease, letter, token, pepper, round);
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

    private void post(Attempt attempt, Ground.Lease lease, Letter letter, String token, Pepper pepper, Round round) {
        switch (graph.send(token, letter)) {
            case Answer.Accepted(String wamid) -> {
                Instant now = clock.instant();
                if (outbox.sent(lease, pepper.wamid(wamid), now)) {
                    journal.note("reply-sent", Map.of("outbox", lease.id(), "attempt", lease.attempt()));
                }
            }
            case Answer.Refused(Refusal refusal, int code) -> {
                if (refusal.retry() == Retry.SLOWER) {
                    round.stop();
                }
                ending.refused(attempt, lease, refusal, code);
            }
        }
    }
}
