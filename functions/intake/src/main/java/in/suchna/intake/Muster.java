package in.suchna.intake;

import in.suchna.citizen.CitizenId;
import in.suchna.duty.Account;
import in.suchna.duty.Rollcall;
import in.suchna.journal.Journal;
import in.suchna.message.KeptMessage;
import in.suchna.store.Officers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** Knows which messages are officers'. It reads who they are once in {@link #KEPT}, so that a message waits for no read. */
final class Muster {
    static final Duration KEPT = Duration.ofMinutes(1);

    private record Known(Rollcall rollcall, Instant readAt) {}

    private final Officers officers;
    private final Journal journal;
    private volatile Known known = new Known(Rollcall.NOBODY, Instant.MIN);

    Muster(Officers officers, Journal journal) {
        this.officers = officers;
        this.journal = journal;
    }

    /**
     * The roster id of the officer who wrote a message; empty for a citizen. A message that shows a number is an officer's only
     * by a number: who took the user id along to another number is no officer. One that hides it goes by the user id that was
     * last seen with an officer's number.
     */
    Optional<String> officerOf(KeptMessage message, Instant now) {
        Rollcall rollcall = at(now);
        Optional<String> byNumber =
                ids(message).flatMap(id -> rollcall.withNumber(id).stream()).findFirst();
        if (byNumber.isPresent()) {
            message.account().filter(rollcall::lacks).ifPresent(account -> note(account, now));
            return byNumber;
        }
        return message.number().isPresent()
                ? Optional.empty()
                : ids(message).flatMap(id -> rollcall.withUser(id).stream()).findFirst();
    }

    private static Stream<CitizenId> ids(KeptMessage message) {
        return Stream.concat(message.citizen().stream(), message.aliases().stream());
    }

    /** The officer's words don't wait for it: what can't be noted now is noted at the next message. */
    private void note(Account account, Instant now) {
        try {
            officers.note(account, now);
            known = new Known(known.rollcall().with(account), known.readAt());
            journal.note("officer-account-noted", Map.of());
        } catch (SdkException e) {
            journal.trouble("officer-account-not-noted", e, Map.of());
        }
    }

    private Rollcall at(Instant now) {
        Known read = known;
        if (read.readAt().plus(KEPT).isBefore(now)) {
            try {
                read = new Known(officers.all(), now);
            } catch (SdkException e) {
                if (read.readAt().equals(Instant.MIN)) {
                    throw e;
                }
                // who was an officer a minute ago is one still; a citizen's message does not wait for the table
                read = new Known(read.rollcall(), now);
            }
            known = read;
        }
        return read.rollcall();
    }
}
