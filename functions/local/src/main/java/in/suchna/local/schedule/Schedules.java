package in.suchna.local.schedule;

import in.suchna.journal.Journal;
import in.suchna.local.function.FunctionFailed;
import in.suchna.local.function.LocalFunction;
import in.suchna.localaws.template.Event.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The template's schedules. */
public final class Schedules implements AutoCloseable {
    /** How often the clock is looked at. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    private static final class Entry {
        private final LocalFunction function;
        private final Schedule schedule;
        private Instant next;

        Entry(LocalFunction function, Schedule schedule, Instant next) {
            this.function = function;
            this.schedule = schedule;
            this.next = next;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Clock clock;
    private final Journal journal;
    private final Thread thread = Thread.ofVirtual().name("schedules").unstarted(this::run);

    public Schedules(Collection<LocalFunction> functions, Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
        Instant now = clock.instant();
        for (LocalFunction function : functions) {
            function.declared()
                    .events(Schedule.class)
                    .forEach(schedule -> entries.add(new Entry(function, schedule, now.plus(schedule.every()))));
        }
    }

    /** Begins to follow the clock. */
    public void start() {
        thread.start();
    }

    /** Calls everything of one rhythm now and waits for it, whatever the clock says. */
    public void tick(Duration every) throws InterruptedException {
        for (Entry entry : entries) {
            if (entry.schedule.every().equals(every)) {
                call(entry);
            }
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(GLANCE);
                for (Entry entry : entries) {
                    if (!clock.instant().isBefore(entry.next)) {
                        entry.next = clock.instant().plus(entry.schedule.every());
                        call(entry);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(Entry entry) throws InterruptedException {
        try {
            entry.function.call(entry.schedule.input().getBytes(StandardCharsets.UTF_8));
        } catch (FunctionFailed e) {
            journal.trouble(
                    "schedule-failed",
                    e,
                    Map.of("function", entry.function.declared().logicalId()));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
