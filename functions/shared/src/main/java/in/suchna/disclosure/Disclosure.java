package in.suchna.disclosure;

import in.suchna.tip.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request to learn who sent a tip: one row of the Reveals table.
 *
 * @param id its own name
 * @param reference the tip
 * @param who who asks, in their own words; CloudTrail knows it for certain
 * @param cause on what they rest it
 * @param authority the section or the order's number
 * @param key the public half of the code that only the requester has
 * @param stage how far it has come
 * @param requestedAt when it was asked for
 * @param approvedAt when a second person agreed
 * @param box the address, to be opened with the requester's code only; there from the approval until it is shown
 */
@SuppressWarnings("ArrayRecordComponent") // keys and boxes are passed on unchanged, and compared by content below
public record Disclosure(
        String id,
        Reference reference,
        String who,
        Cause cause,
        String authority,
        byte[] key,
        Stage stage,
        Instant requestedAt,
        Optional<Instant> approvedAt,
        Optional<byte[]> box) {

    /** How long a second person may think about it. */
    public static final Duration DECIDED_WITHIN = Duration.ofHours(24);

    /** How long after the approval the address can be shown. */
    public static final Duration SHOWN_WITHIN = Duration.ofMinutes(10);

    /** Whether it still waits for a second person. */
    public boolean waitsAt(Instant now) {
        return stage == Stage.REQUESTED && requestedAt.plus(DECIDED_WITHIN).isAfter(now);
    }

    /** Whether the address can be shown. */
    public boolean canBeShownAt(Instant now) {
        return stage == Stage.APPROVED
                && approvedAt.filter(at -> at.plus(SHOWN_WITHIN).isAfter(now)).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Disclosure d && d.id.equals(id) && d.stage == stage && Arrays.equals(d.key, key);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Disclosure[" + id + "]";
    }
}
