package in.suchna.simulate;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the parts say, and passes on what else they say. */
final class Tally {
    static final String LIVED = "#lived ";
    static final String FAULT = "#fault ";
    static final String CALLS = "#calls ";
    static final String BROKEN = "#broken ";
    private static final int TOLD_EVERY = 1_000;

    private final PrintStream out;
    private final long seeds;
    private final Map<String, Long> faults = new TreeMap<>();
    private long lived;
    private long calls;
    private long broken;
    private int parts;

    Tally(PrintStream out, long seeds) {
        this.out = out;
        this.seeds = seeds;
    }

    synchronized void take(String line) {
        if (line.startsWith(LIVED)) {
            lived += Long.parseLong(line.substring(LIVED.length()));
            if (lived % TOLD_EVERY == 0) {
                out.println(lived + " seeds lived");
            }
        } else if (line.startsWith(FAULT)) {
            String[] pair = line.substring(FAULT.length()).split("=", 2);
            faults.merge(pair[0], Long.parseLong(pair[1]), Long::sum);
        } else if (line.startsWith(CALLS)) {
            calls += Long.parseLong(line.substring(CALLS.length()));
        } else if (line.startsWith(BROKEN)) {
            broken += Long.parseLong(line.substring(BROKEN.length()));
            parts++;
        } else {
            out.println(line);
        }
    }

    void tell(double seconds) {
        out.printf("%n%d seeds, %d violations%n", seeds, broken);
        out.printf(
                "%.0f seconds, %.1f seeds a second, %d calls to AWS and WhatsApp, %d faults:%n",
                seconds,
                seeds / seconds,
                calls,
                faults.values().stream().mapToLong(Long::longValue).sum());
        faults.forEach((kind, times) -> out.printf("  %-16s %7d%n", kind, times));
        if (parts == 0) {
            out.println("No part came to its end");
        }
    }

    boolean isClean() {
        return broken == 0 && parts > 0;
    }
}
