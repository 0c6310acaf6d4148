package in.suchna.intake;

import in.suchna.citizen.CitizenId;
import in.suchna.message.KeptMessage;
import in.suchna.message.MessageId;
import in.suchna.store.Outbox;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Destroys what leads to a citizen who wants to be forgotten: the sealed originals and addresses of all their messages and
 * of all that was said to them. Their tips stay. Doing it twice changes nothing, so it may come before the transaction that
 * marks the message as taken.
 */
final class Forgetting {

    /** No message has been answered with more sayings than this. */
    private static final int MOST_ANSWERS = 3;

    private final Tables tables;

    Forgetting(Tables tables) {
        this.tables = tables;
    }

    void forget(CitizenId citizen, KeptMessage asked, Instant now) {
        Set<CitizenId> known = new HashSet<>(asked.aliases());
        known.add(citizen);
        asked.citizen().ifPresent(known::add);
        for (CitizenId id : known) {
            for (MessageId message : tables.messages().of(id)) {
                tables.messages().forget(message, now);
                if (!message.equals(asked.id())) {
                    forgetAnswers(message);
                }
            }
        }
    }

    private void forgetAnswers(MessageId message) {
        for (int n = 0; n < MOST_ANSWERS; n++) {
            tables.outbox().forget(message.text() + "." + n);
        }
        tables.outbox().forget(Outbox.idOfLostFile(message));
        tables.outbox().forget(OfficersDesk.answerTo(message));
    }
}
