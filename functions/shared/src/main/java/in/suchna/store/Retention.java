package in.suchna.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a row lives before the table's TTL takes it.
 *
 * @param keep from the moment it was written
 */
public record Retention(Duration keep) {

    /** The TTL attribute's name in every table. */
    public static final String ATTRIBUTE = "expires";

    /** Of a number of days, as the template's parameter says it. */
    public static Retention ofDays(long days) {
        return new Retention(Duration.ofDays(days));
    }

    /** Epoch seconds, as DynamoDB's TTL wants them. */
    long expiryOf(Instant written) {
        return written.plus(keep).getEpochSecond();
    }
}
