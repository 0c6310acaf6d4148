package in.suchna.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One JSON line for each thing worth knowing; counted signals are written in CloudWatch's embedded metric format.
 *
 * <p>A line holds keyed hashes, references, codes and counts only. Of an error it holds the classes and the places, never
 * the message, because messages of libraries quote their input.
 */
public final class Journal {
    private static final String NAMESPACE = "Suchna";
    private static final int DEEPEST_CAUSE = 5;
    private static final int MOST_PLACES = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream out;
    private final Clock clock;
    private final String function;

    /** @param function the function's name, a dimension of its metrics */
    public Journal(PrintStream out, Clock clock, String function) {
        this.out = out;
        this.clock = clock;
        this.function = function;
    }

    /** Writes that something happened. */
    public void note(String event, Map<String, ?> facts) {
        out.println(text(line(event, facts)));
    }

    /** Counts a signal, with facts beside it. */
    public void count(Signal signal, long howMany, Map<String, ?> facts) {
        ObjectNode line = line(signal.name(), facts);
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray();
        directive.putArray("Metrics").addObject().put("Name", signal.metric()).put("Unit", "Count");
        line.put(signal.metric(), howMany);
        out.println(text(line));
    }

    /** Counts a signal once. */
    public void count(Signal signal, Map<String, ?> facts) {
        count(signal, 1, facts);
    }

    /** Writes that something failed: classes and places, no messages. */
    public void trouble(String event, Throwable error, Map<String, ?> facts) {
        ObjectNode line = line(event, facts);
        ArrayNode causes = line.putArray("errors");
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            causes.add(nameOf(cause));
            cause = cause.getCause();
        }
        ArrayNode places = line.putArray("places");
        StackTraceElement[] trace = error.getStackTrace();
        for (int i = 0; i < trace.length && i < MOST_PLACES; i++) {
            places.add(trace[i].toString());
        }
        out.println(text(line));
    }

    private static String nameOf(Throwable cause) {
        // AWS's own word for what went wrong, such as ValidationException, holds no input
        boolean coded = cause instanceof AwsServiceException aws
                && aws.awsErrorDetails() != null
                && aws.awsErrorDetails().errorCode() != null;
        return coded
                ? cause.getClass().getName() + ":"
                        + ((AwsServiceException) cause).awsErrorDetails().errorCode()
                : cause.getClass().getName();
    }

    private ObjectNode line(String event, Map<String, ?> facts) {
        ObjectNode line = json.createObjectNode();
        line.put("at", clock.instant().toString());
        line.put("function", function);
        line.put("event", event);
        facts.forEach((name, fact) -> {
            if (fact instanceof Number number) {
                line.put(name, number.longValue());
            } else {
                line.put(name, String.valueOf(fact));
            }
        });
        return line;
    }

    private String text(ObjectNode line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            return "{\"event\":\"journal-broken\"}";
        }
    }
}
