package in.suchna.outbox;

import in.suchna.seal.Sealed;
import java.time.Instant;
import java.util.Optional;

/**
 * Something to be said on WhatsApp: one row of the Outbox.
 *
 * @param id our own id, derived from its cause, so that the same cause never says it twice; sent along as
 *     {@code biz_opaque_callback_data}
 * @param about the tip's reference or another word for what it belongs to; empty for a greeting
 * @param address to whom, sealed
 * @param payload the WhatsApp message as JSON without recipient, such as {@code {"type":"text","text":{"body":"…"}}}
 * @param template the template message, as JSON, to send instead outside the 24-hour window; empty when it then need not
 *     be said
 * @param windowUntil when the 24-hour window of the citizen's last message closes
 * @param delivery how far it has come
 * @param attempts how often sending was begun
 * @param createdAt when it was written
 * @param dueAt when the sweep has to look at it; the first time is one minute after it was written
 */
public record Outgoing(
        String id,
        Optional<String> about,
        Sealed address,
        String payload,
        Optional<String> template,
        Instant windowUntil,
        Delivery delivery,
        int attempts,
        Instant createdAt,
        Instant dueAt) {
    /** How the ids of rows begin that call, tell or answer an officer. */
    public static final String OFFICER = "officer-";

    /** Whether a row of this id calls, tells or answers an officer, and answers no citizen. */
    public static boolean isOfficers(String id) {
        return id.startsWith(OFFICER);
    }
}
