package in.suchna.message;

import in.suchna.citizen.CitizenId;
import in.suchna.duty.Account;
import in.suchna.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row of the Messages table: what came, once in the clear without identity and once whole and sealed.
 *
 * @param id the row's key
 * @param kind how it is treated
 * @param field the webhook field it came under, such as {@code messages}
 * @param type WhatsApp's word for it, such as {@code text}; {@code none} where it had none
 * @param citizen who sent it; empty where the sender is absent
 * @param number the keyed hash of the number it came from; empty where the sender hides it
 * @param aliases other keyed hashes of the same sender (that of the number too, earlier ids), so that one citizen stays one citizen
 * @param content the message as JSON without identity; the sender's own number and name are masked
 * @param original the whole message with its contact and metadata, sealed
 * @param address how to answer, sealed; empty where nobody can be answered
 * @param sentAt when WhatsApp says it was sent
 * @param keptAt when it was kept
 */
public record KeptMessage(
        MessageId id,
        Kind kind,
        String field,
        String type,
        Optional<CitizenId> citizen,
        Optional<CitizenId> number,
        List<CitizenId> aliases,
        String content,
        Sealed original,
        Optional<Sealed> address,
        Instant sentAt,
        Instant keptAt) {
    public KeptMessage {
        aliases = List.copyOf(aliases);
    }

    /** The sender's account, where the message shows both its number and its user id. */
    public Optional<Account> account() {
        return number.flatMap(n -> citizen.filter(user -> !user.equals(n)).map(user -> new Account(n, user)));
    }
}
