package in.suchna.simulate.turn;

import in.suchna.localaws.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/** What is to happen at which time of a clock that only this moves. */
public final class Agenda {
    private final MovingClock clock;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long number;
    private long inEarnest;

    private record Entry(Instant at, long number, boolean inEarnest, Runnable what) {}

    public Agenda(Instant start) {
        this.clock = new MovingClock(start);
    }

    /** The time. */
    public MovingClock clock() {
        return clock;
    }

    /** Puts something down. */
    public void at(Instant time, Runnable what) {
        entries.add(new Entry(time, number++, true, what));
        inEarnest++;
    }

    /** Puts something down, from now. */
    public void after(Duration wait, Runnable what) {
        at(clock.instant().plus(wait), what);
    }

    /** Puts down what comes again and again, for which nobody has to wait. */
    public void again(Instant time, Runnable what) {
        entries.add(new Entry(time, number++, false, what));
    }

    /** Whether anything is put down but what comes again and again. */
    public boolean isBusy() {
        return inEarnest > 0;
    }

    /** Does what is next by now; false if nothing is. */
    public boolean doneDue() {
        Entry next = entries.peek();
        if (next == null || next.at().isAfter(clock.instant())) {
            return false;
        }
        entries.poll();
        inEarnest -= next.inEarnest() ? 1 : 0;
        next.what().run();
        return true;
    }

    /** Moves the clock on to what is next, but not beyond an end; false if nothing is left until then. */
    public boolean goOn(Instant end) {
        Entry next = entries.peek();
        if (next == null || next.at().isAfter(end)) {
            return false;
        }
        if (next.at().isAfter(clock.instant())) {
            clock.set(next.at());
        }
        return true;
    }

    /** Lets the thread of a turn wait for a time of this clock. */
    public void sleep(Duration length) {
        Thread thread = Thread.currentThread();
        boolean[] over = {false};
        after(length, () -> {
            over[0] = true;
            LockSupport.unpark(thread);
        });
        while (!over[0]) {
            LockSupport.park(this);
        }
    }
}
