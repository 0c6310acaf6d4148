package in.suchna.local.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which records are under way. A checkpoint moves over a record only when all before it are done, in whatever order. */
final class Progress {
    private final Deque<Checkpoint> underWay = new ArrayDeque<>();
    private final Set<Checkpoint> done = new HashSet<>();
    private Optional<Checkpoint> reached = Optional.empty();
    private boolean moved;

    synchronized void begin(Change change) {
        underWay.addLast(new Checkpoint(change.shard(), change.sequence()));
    }

    synchronized void end(Change change) {
        done.add(new Checkpoint(change.shard(), change.sequence()));
        while (!underWay.isEmpty() && done.remove(underWay.getFirst())) {
            reached = Optional.of(underWay.removeFirst());
            moved = true;
        }
    }

    /** How far all is done, if that has changed since this was last asked. */
    synchronized Optional<Checkpoint> takeMoved() {
        Optional<Checkpoint> taken = moved ? reached : Optional.empty();
        moved = false;
        return taken;
    }

    synchronized boolean isIdle() {
        return underWay.isEmpty();
    }
}
