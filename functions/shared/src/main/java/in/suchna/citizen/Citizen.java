package in.suchna.citizen;

import in.suchna.seal.Sealed;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a citizen between two messages.
 *
 * @param id who
 * @param language the language to answer in, once known
 * @param openTip the tip that additions join
 * @param address how to reach them, sealed, from their last message
 * @param lastMessageAt when they last wrote; WhatsApp's 24 hours count from it
 * @param conversation the conversation's state as JSON, which only the intake reads
 * @param version counts changes; 0 is a citizen not yet stored
 */
public record Citizen(
        CitizenId id,
        Optional<Language> language,
        Optional<Reference> openTip,
        Optional<Sealed> address,
        Instant lastMessageAt,
        String conversation,
        long version) {}
