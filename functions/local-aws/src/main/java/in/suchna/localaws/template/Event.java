package in.suchna.localaws.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What wakes a function. */
public sealed interface Event {

    /** The event's name in the template. */
    String name();

    /**
     * A route of the HTTP API.
     *
     * @param name the event's name in the template
     * @param api the API's id
     * @param method GET, POST …
     * @param path such as {@code /whatsapp} or {@code /a/{token}}
     */
    record HttpRoute(String name, String api, String method, String path) implements Event {}

    /**
     * A table's stream.
     *
     * @param name the event's name in the template
     * @param table the table's logical id
     * @param batchSize the most records of one call
     * @param lanes how many batches of one shard may be worked on at once
     * @param window how long records may wait for more to come with them; zero: not at all
     * @param patterns a record comes through when it matches one of these; all do when there are none
     * @param retries how often a failing batch is told again; below 0: until it ages out
     * @param longestAge after which age a record is given up; empty: never
     * @param bisects whether a failing batch is halved
     * @param reportsFailures whether the function's answer says which records failed
     * @param failedQueue the queue that gets pointers to records given up
     */
    record StreamMapping(
            String name,
            String table,
            int batchSize,
            int lanes,
            Duration window,
            List<String> patterns,
            int retries,
            Optional<Duration> longestAge,
            boolean bisects,
            boolean reportsFailures,
            Optional<String> failedQueue)
            implements Event {
        public StreamMapping {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * A clock.
     *
     * @param name the event's name in the template
     * @param every the time between two calls
     * @param input what the function is called with, JSON
     */
    record Schedule(String name, Duration every, String input) implements Event {}
}
