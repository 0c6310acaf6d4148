package in.suchna.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import in.suchna.local.alarm.Metrics;
import in.suchna.localaws.template.Function;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A function that can be called. As in Lambda, a handler works on one call at a time: calls at once get handlers of their
 * own, and a handler whose call failed by time is thrown away.
 */
public final class LocalFunction implements Callee, AutoCloseable {
    private final Function function;
    private final HandlerMaker maker;
    private final Metrics metrics;
    private final Deque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();
    // threads of the machine: a virtual one waits its turn behind each that computes, and a transaction waits many
    // times
    private final ExecutorService calls = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("function-", 0).factory());

    /** Builds a first handler at once, so that what is wrong shows at the start. */
    public LocalFunction(Function function, HandlerMaker maker, Metrics metrics) {
        this.function = function;
        this.maker = maker;
        this.metrics = metrics;
        idle.push(maker.make(function));
    }

    /** What the template says of it. */
    public Function declared() {
        return function;
    }

    @Override
    public byte[] call(byte[] event) throws InterruptedException {
        metrics.add(Metrics.ofFunction(function.name(), "Invocations"), 1);
        RequestStreamHandler handler = Optional.ofNullable(idle.poll()).orElseGet(() -> maker.make(function));
        Future<byte[]> answer = calls.submit(() -> run(handler, event));
        try {
            byte[] bytes = answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
            idle.push(handler);
            return bytes;
        } catch (ExecutionException e) {
            idle.push(handler);
            throw failed("threw an exception", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed("took longer than " + function.timeout().toSeconds() + " seconds", e);
        }
    }

    private FunctionFailed failed(String why, Throwable cause) {
        metrics.add(Metrics.ofFunction(function.name(), "Errors"), 1);
        return new FunctionFailed(function.logicalId(), why, cause);
    }

    private byte[] run(RequestStreamHandler handler, byte[] event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long begun = System.nanoTime();
        handler.handleRequest(
                new ByteArrayInputStream(event),
                answer,
                new LocalContext(
                        function,
                        UUID.randomUUID().toString(),
                        () -> function.timeout().minusNanos(System.nanoTime() - begun),
                        Printing::new));
        return answer.toByteArray();
    }

    private static final class Printing implements LambdaLogger {
        @Override
        public void log(String message) {
            System.out.print(message);
        }

        @Override
        public void log(byte[] message) {
            log(new String(Objects.requireNonNull(message), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
