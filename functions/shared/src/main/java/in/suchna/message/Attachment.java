package in.suchna.message;

import in.suchna.tip.Exhibit;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that came with a message, on its way into the evidence bucket: one row of the Attachments table.
 *
 * @param id the message
 * @param type WhatsApp's word for it: {@code image}, {@code video}, {@code audio}, {@code document} or {@code sticker}
 * @param mediaId by which WhatsApp knows the file for seven days; empty where the message named none that can be used
 * @param url the address the message came with, good for five minutes
 * @param sha256 the hash the message told, 64 small hexadecimal digits
 * @param custody in whose hands it is
 * @param attempts how often fetching was begun
 * @param mishap what went wrong last, and by which it was lost if it is; a word of the evidence function's
 * @param mishaps how often in a row that went wrong
 * @param exhibit what was kept
 * @param sentAt when the message was sent, by WhatsApp's clock
 * @param createdAt when the row was written
 */
public record Attachment(
        MessageId id,
        String type,
        Optional<String> mediaId,
        Optional<String> url,
        Optional<String> sha256,
        Custody custody,
        int attempts,
        Optional<String> mishap,
        int mishaps,
        Optional<Exhibit> exhibit,
        Instant sentAt,
        Instant createdAt) {

    /** One of which nothing has been fetched yet. */
    public static Attachment fresh(
            KeptMessage message, Optional<String> mediaId, Optional<String> url, Optional<String> sha256, Instant now) {
        return new Attachment(
                message.id(),
                message.type(),
                mediaId,
                url,
                sha256,
                Custody.WAITING,
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                message.sentAt(),
                now);
    }
}
