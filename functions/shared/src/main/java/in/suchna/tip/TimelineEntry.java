package in.suchna.tip;

import java.time.Instant;

/**
 * One line of a tip's append-only log.
 *
 * @param reference the tip
 * @param id orders the log and makes an entry unique: {@code <epoch milliseconds, 13 digits>#<what caused it>}
 * @param at when it happened
 * @param what the kind of entry, such as {@code message}, {@code alert}, {@code read}
 * @param content its content as JSON or plain text, masked
 */
public record TimelineEntry(Reference reference, String id, Instant at, String what, String content) {

    /** The id of an entry caused by the thing named. */
    public static String idOf(Instant at, String cause) {
        return "%013d#%s".formatted(at.toEpochMilli(), cause);
    }
}
