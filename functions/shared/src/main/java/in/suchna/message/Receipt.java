package in.suchna.message;

import in.suchna.duty.Account;
import java.time.Instant;
import java.util.Optional;

/**
 * What WhatsApp says became of something we sent: one row of the Receipts table.
 *
 * @param id the row's key: HMAC of the sent message's id, the status and its time
 * @param outboxId our own id, echoed in {@code biz_opaque_callback_data}; empty when WhatsApp left it out
 * @param account of a message to an officer: the account it went to, where the receipt shows both its ids; of one to a
 *     citizen always empty
 * @param status {@code sent}, {@code delivered}, {@code read}, {@code failed}, {@code played} or a word not yet known
 * @param errorCode the code of the first error of a failed one
 * @param content the status as JSON without identity
 * @param at when it happened
 * @param keptAt when it was kept
 */
public record Receipt(
        MessageId id,
        Optional<String> outboxId,
        Optional<Account> account,
        String status,
        Optional<Integer> errorCode,
        String content,
        Instant at,
        Instant keptAt) {}
