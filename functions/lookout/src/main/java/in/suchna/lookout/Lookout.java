package in.suchna.lookout;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks at each thing that is written while tests run, and remembers what it found until a test is asked to answer for it. */
public final class Lookout {
    // the fakes, the logs and JUnit meet nowhere else in a test's process
    private static final Queue<Finding> FINDINGS = new ConcurrentLinkedQueue<>();

    private Lookout() {}

    /** Looks at a text that was written somewhere. */
    public static void look(Place place, String at, String text) {
        Trace.in(text).forEach(trace -> FINDINGS.add(new Finding(place, at, trace)));
    }

    /** A page, a widget or another answer that people or other systems get; given back as it is. */
    public static String page(String at, String text) {
        look(Place.PAGE, at, text);
        return text;
    }

    /** A log whose every line is looked at, and which is kept in {@code kept} as well. */
    public static PrintStream log(OutputStream kept) {
        return new PrintStream(new Lines(kept), true, StandardCharsets.UTF_8);
    }

    /** What was found since the last time, which is forgotten. */
    public static List<Finding> takeFindings() {
        List<Finding> taken = new ArrayList<>();
        for (Finding finding = FINDINGS.poll(); finding != null; finding = FINDINGS.poll()) {
            taken.add(finding);
        }
        return taken;
    }

    private static final class Lines extends OutputStream {
        private final OutputStream kept;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(OutputStream kept) {
            this.kept = kept;
        }

        @Override
        public synchronized void write(int b) throws java.io.IOException {
            kept.write(b);
            if (b != '\n') {
                line.write(b);
                return;
            }
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            look(text.contains("\"_aws\"") ? Place.METRIC : Place.LOG, event(text), text);
        }

        private static String event(String text) {
            int start = text.indexOf("\"event\":\"");
            int end = text.indexOf(',', start);
            return start < 0 || end < 0 ? "a line" : text.substring(start, end);
        }
    }
}
