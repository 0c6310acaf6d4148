package in.suchna.localaws.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Lambda function of the template.
 *
 * @param logicalId its name in the template
 * @param name its physical name
 * @param handler the class of its handler
 * @param timeout how long one call may take
 * @param environment its environment variables
 * @param role what it may do
 * @param events what wakes it
 */
public record Function(
        String logicalId,
        String name,
        String handler,
        Duration timeout,
        Map<String, String> environment,
        Role role,
        List<Event> events) {
    public Function {
        environment = Map.copyOf(environment);
        events = List.copyOf(events);
    }

    /** Its events of one kind. */
    public <E extends Event> Stream<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
