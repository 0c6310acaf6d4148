package in.suchna.simulate;

import in.suchna.journal.Journal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What all functions write to their journals. */
final class Logbook {
    private final List<String> lines = new ArrayList<>();
    private final PrintStream stream = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
        @Override
        public void println(String line) {
            lines.add(line);
        }
    };

    PrintStream stream() {
        return stream;
    }

    Journal journal(Clock clock, String function) {
        return new Journal(stream, clock, function);
    }

    /** Every line. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
