package in.suchna.tip;

import java.time.Instant;
import java.util.Optional;

/**
 * What the desk has done with a tip.
 *
 * @param readParts how many of the tip's messages the desk has read, 0 when nobody has
 * @param readAt when somebody first read it
 * @param assignee the officer who works it, by the roster's word
 * @param askedAt when the citizen was last asked something
 * @param disposition why it was closed
 * @param duplicateOf the tip that tells the same, for a duplicate
 * @param closedAt when it was closed
 */
public record Handling(
        int readParts,
        Optional<Instant> readAt,
        Optional<String> assignee,
        Optional<Instant> askedAt,
        Optional<Disposition> disposition,
        Optional<Reference> duplicateOf,
        Optional<Instant> closedAt) {

    /** Nothing yet. */
    public static final Handling NONE = new Handling(
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** After somebody read so many of its messages. */
    public Handling read(int parts, Instant now) {
        return new Handling(
                parts, readAt.or(() -> Optional.of(now)), assignee, askedAt, disposition, duplicateOf, closedAt);
    }

    /** After it was given to an officer. */
    public Handling assignedTo(String officerId) {
        return new Handling(readParts, readAt, Optional.of(officerId), askedAt, disposition, duplicateOf, closedAt);
    }

    /** After the citizen was asked something. */
    public Handling asked(Instant now) {
        return new Handling(readParts, readAt, assignee, Optional.of(now), disposition, duplicateOf, closedAt);
    }

    /** After it was closed. */
    public Handling closedAs(Disposition why, Optional<Reference> duplicate, Instant now) {
        return new Handling(readParts, readAt, assignee, askedAt, Optional.of(why), duplicate, Optional.of(now));
    }

    /** After it was taken up again. */
    public Handling reopened() {
        return new Handling(readParts, readAt, assignee, askedAt, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
