package in.suchna.simulate;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import in.suchna.local.function.Callee;
import in.suchna.local.function.FunctionFailed;
import in.suchna.local.function.HandlerMaker;
import in.suchna.localaws.template.Function;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** A function as Lambda runs it: a handler works on one call at a time, and who died is replaced. */
final class Worker implements Callee {
    private final Function function;
    private final Supplier<HandlerMaker> maker;
    private final Supplier<Instant> now;
    private final Story story;
    private final Deque<RequestStreamHandler> idle = new ArrayDeque<>();
    private final Set<Invocation> underWay = new LinkedHashSet<>();
    private int deployment;

    Worker(Function function, Supplier<HandlerMaker> maker, Supplier<Instant> now, Story story) {
        this.function = function;
        this.maker = maker;
        this.now = now;
        this.story = story;
    }

    Function declared() {
        return function;
    }

    /** Who is at work ends it; from now on others are built. */
    void deploy() {
        deployment++;
        idle.clear();
    }

    /** Notes of all that are at work that something went wrong with them. */
    void hurtAll() {
        underWay.forEach(Invocation::hurt);
    }

    @Override
    public byte[] call(byte[] event) {
        Invocation invocation = new Invocation(function.logicalId(), now.get().plus(function.timeout()));
        int mine = deployment;
        underWay.add(invocation);
        invocation.begin();
        try {
            RequestStreamHandler handler = idle.isEmpty() ? maker.get().make(function) : idle.pop();
            return answer(handler, invocation, event, mine);
        } catch (IOException | RuntimeException | Crash e) {
            story.tell(() -> "  %s ended with %s"
                    .formatted(function.logicalId(), e.getClass().getSimpleName()));
            throw new FunctionFailed(function.logicalId(), "ended without an answer", e);
        } finally {
            Invocation.end();
            underWay.remove(invocation);
        }
    }

    private byte[] answer(RequestStreamHandler handler, Invocation invocation, byte[] event, int mine)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, invocation.context(function, now));
        } finally {
            if (!invocation.isDead() && mine == deployment) {
                idle.push(handler);
            }
        }
        // somebody of it may have taken its end for an error of the call
        invocation.mustLive(now.get());
        return answer.toByteArray();
    }
}
