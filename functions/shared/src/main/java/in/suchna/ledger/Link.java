package in.suchna.ledger;

import in.suchna.tip.Reference;
import java.time.Instant;

/**
 * One link of a tip's chain: it seals one entry of the timeline to all that were sealed before.
 *
 * @param reference the tip
 * @param number its place in the chain, from 1
 * @param entry the id of the entry it seals
 * @param entryHash the hash of the entry's canonical text
 * @param before the seal of the link before it; {@link #NONE} for the first
 * @param at when it was sealed
 */
public record Link(Reference reference, long number, String entry, String entryHash, String before, Instant at) {

    /** What stands before the first link. */
    public static final String NONE = "0".repeat(64);

    /** The link as text; its SHA-256 is the {@link #seal}, so that anyone can check it with {@code sha256sum}. */
    public String text() {
        return "suchna link 1\nreference %s\nnumber %d\nentry %s\nentry-sha256 %s\nbefore %s\nat %d\n"
                .formatted(reference, number, entry, entryHash, before, at.toEpochMilli());
    }

    /** The hash that the next link carries. */
    public String seal() {
        return Digest.of(text());
    }
}
