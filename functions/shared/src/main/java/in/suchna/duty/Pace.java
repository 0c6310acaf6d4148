package in.suchna.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many SMS an officer got lately: at most {@value #MOST_IN_A_QUARTER} in a quarter of an hour and
 * {@value #MOST_IN_AN_HOUR} in an hour, so that a phone that never stops is not put aside.
 *
 * @param sent when the last SMS went, the oldest first
 */
public record Pace(List<Instant> sent) {

    /** The most SMS in fifteen minutes. */
    public static final int MOST_IN_A_QUARTER = 5;

    /** The most SMS in sixty minutes. */
    public static final int MOST_IN_AN_HOUR = 11;

    /** Of an officer who got none. */
    public static final Pace NONE = new Pace(List.of());

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    public Pace {
        sent = List.copyOf(sent);
    }

    /** When the next SMS may go, if not now. */
    public Optional<Instant> heldUntil(Instant now) {
        Instant quarter = freeAt(MOST_IN_A_QUARTER, QUARTER, now);
        Instant hour = freeAt(MOST_IN_AN_HOUR, HOUR, now);
        return Optional.of(quarter.isAfter(hour) ? quarter : hour).filter(free -> free.isAfter(now));
    }

    private Instant freeAt(int most, Duration window, Instant now) {
        return sent.size() < most ? now : sent.get(sent.size() - most).plus(window);
    }

    /** After one more SMS; only the last {@value #MOST_IN_AN_HOUR} are remembered, for no older one holds anything back. */
    public Pace with(Instant now) {
        List<Instant> all = new ArrayList<>(sent);
        all.add(now);
        all.sort(null);
        return new Pace(all.subList(Math.max(0, all.size() - MOST_IN_AN_HOUR), all.size()));
    }
}
