package in.suchna.message;

import in.suchna.seal.Sealed;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.Optional;

/**
 * What has become of a message.
 *
 * @param handled whether the intake has taken it down
 * @param tip the tip it belongs to
 * @param address how to answer, sealed; empty where nobody can be answered or the sender is forgotten
 * @param sentAt when WhatsApp says it was sent
 */
public record Standing(boolean handled, Optional<Reference> tip, Optional<Sealed> address, Instant sentAt) {}
