package in.suchna.local.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.localaws.template.Alarm.Metric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A log on its way, out of which each line in CloudWatch's embedded metric format is also measured, by CloudWatch's rules. */
public final class Counted extends OutputStream {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream log;
    private final Metrics metrics;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private Counted(PrintStream log, Metrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    /** The log, through which all must now be written. */
    public static PrintStream of(PrintStream log, Metrics metrics) {
        return new PrintStream(new Counted(log, metrics), true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        log.write(b);
        if (b != '\n') {
            line.write(b);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.contains("\"_aws\"")) {
            measure(text);
        }
    }

    @Override
    public void flush() throws IOException {
        log.flush();
    }

    private void measure(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            Instant at =
                    Instant.ofEpochMilli(root.path("_aws").path("Timestamp").asLong());
            for (JsonNode directive : root.path("_aws").path("CloudWatchMetrics")) {
                for (JsonNode dimensions : directive.path("Dimensions")) {
                    measure(root, directive, valuesOf(dimensions, root), at);
                }
            }
        } catch (JsonProcessingException _) {
            // CloudWatch keeps such a line and counts nothing
        }
    }

    private void measure(JsonNode root, JsonNode directive, Map<String, String> dimensions, Instant at) {
        for (JsonNode metric : directive.path("Metrics")) {
            String name = metric.path("Name").asText();
            if (root.path(name).isNumber()) {
                metrics.add(
                        new Metric(directive.path("Namespace").asText(), name, dimensions),
                        at,
                        root.path(name).asDouble());
            }
        }
    }

    private static Map<String, String> valuesOf(JsonNode dimensions, JsonNode root) {
        Map<String, String> values = new HashMap<>();
        dimensions.forEach(
                name -> values.put(name.asText(), root.path(name.asText()).asText()));
        return values;
    }
}
