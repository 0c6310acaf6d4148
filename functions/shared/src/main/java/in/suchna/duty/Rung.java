package in.suchna.duty;

import java.time.Duration;
import java.util.Set;

/**
 * A step of a ladder.
 *
 * @param after how long after the tip became urgent
 * @param posts who is told
 */
public record Rung(Duration after, Set<Post> posts) {
    public Rung {
        posts = Set.copyOf(posts);
    }
}
