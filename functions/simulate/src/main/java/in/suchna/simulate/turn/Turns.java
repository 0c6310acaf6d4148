package in.suchna.simulate.turn;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Virtual threads that work one at a time, on the thread that gives them their turns. A thread goes on until it waits for a
 * turn, for another thread, or for ever; threads it starts itself are held to the same. So what happens depends on who is
 * given a turn and on nothing else.
 *
 * <p>Java has no public way to say on what virtual threads run, so this asks for {@code --add-opens java.base/java.lang}.
 */
public final class Turns implements Executor {
    private static final Method NEW_THREAD = newThread();

    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final List<Turn> waiting = new ArrayList<>();

    private static final class Turn {
        private final Thread thread = Thread.currentThread();
        private boolean given;
    }

    private static Method newThread() {
        try {
            Method method = Class.forName("java.lang.ThreadBuilders")
                    .getDeclaredMethod("newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException("Start Java with --add-opens java.base/java.lang=ALL-UNNAMED", e);
        }
    }

    /** Starts something; it does not work before somebody runs or gives turns. */
    public void begin(Runnable work) {
        try {
            ((Thread) NEW_THREAD.invoke(null, this, "turn", 0, work)).start();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("This Java makes virtual threads in another way", e);
        }
    }

    @Override
    public void execute(Runnable next) {
        ready.add(next);
    }

    /** Waits until this thread is given a turn. */
    public void await() {
        Turn turn = new Turn();
        waiting.add(turn);
        while (!turn.given) {
            LockSupport.park(this);
        }
    }

    /** Lets everything work that waits for no turn. */
    public void run() {
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            next.run();
        }
    }

    /** Whether anyone waits for a turn. */
    public boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /** Gives one of those who wait a turn, mostly the one who has waited longest, and lets it work until it waits again. */
    public void give(RandomGenerator random, int usualInTen) {
        int which = random.nextInt(10) < usualInTen ? 0 : random.nextInt(waiting.size());
        Turn turn = waiting.remove(which);
        turn.given = true;
        LockSupport.unpark(turn.thread);
        run();
    }
}
