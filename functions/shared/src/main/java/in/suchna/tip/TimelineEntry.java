package in.suchna.tip;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a tip's append-only log.
 *
 * @param reference the tip
 * @param id orders the log and makes an entry unique: {@code <epoch milliseconds, 13 digits>#<what caused it>}
 * @param at when it happened
 * @param what the kind of entry, such as {@code message}, {@code alert}, {@code read}
 * @param content its content as JSON or plain text, masked
 * @param exhibit the file it tells of, where it tells of one: its {@code what} is then {@value #EVIDENCE}
 */
public record TimelineEntry(
        Reference reference, String id, Instant at, String what, String content, Optional<Exhibit> exhibit) {

    /** The kind of an entry that tells of a file kept as evidence. */
    public static final String EVIDENCE = "evidence";

    /** The kind of an entry that tells of a file that could not be had; its content says why. */
    public static final String EVIDENCE_LOST = "evidence-lost";

    /** An entry without a file. */
    public TimelineEntry(Reference reference, String id, Instant at, String what, String content) {
        this(reference, id, at, what, content, Optional.empty());
    }

    /** The id of an entry caused by the thing named. */
    public static String idOf(Instant at, String cause) {
        return "%013d#%s".formatted(at.toEpochMilli(), cause);
    }
}
