package in.suchna.local.whatsapp;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** What shall go wrong with the next sends, for tests. Each fault is used up once. */
public final class Faults {
    private final Queue<Fault> next = new ArrayDeque<>();

    /** What goes wrong with one send. */
    public sealed interface Fault {
        /** It is refused at once. */
        record Refused(int code) implements Fault {}

        /** It is taken, and fails by a receipt. */
        record FailsLater(int code) implements Fault {}

        /** It is delivered, but the caller never hears that: the connection is cut. */
        record Unheard() implements Fault {}
    }

    /** The next sends are refused with a code. */
    public synchronized void refuse(int code, int times) {
        add(new Fault.Refused(code), times);
    }

    /** The next sends are taken and then fail with a code. */
    public synchronized void failLater(int code, int times) {
        add(new Fault.FailsLater(code), times);
    }

    /** The next sends succeed and their caller gets no answer. */
    public synchronized void leaveUnheard(int times) {
        add(new Fault.Unheard(), times);
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        next.clear();
    }

    private void add(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            next.add(fault);
        }
    }

    synchronized Optional<Fault> take() {
        return Optional.ofNullable(next.poll());
    }
}
