package in.suchna.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lambda's Runtime API for one process and one event: it is handed out once, and the answer's time is kept. */
final class RuntimeApi implements AutoCloseable {
    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpServer server;
    private final byte[] event;
    private final AtomicBoolean handedOut = new AtomicBoolean();
    private final CompletableFuture<Answered> answered = new CompletableFuture<>();
    private volatile long restored;

    /**
     * The answer.
     *
     * @param body what the function said
     * @param at when, in nanoseconds
     * @param restoredAt when its snapshot was taken up, in nanoseconds; 0 without a snapshot
     */
    record Answered(String body, long at, long restoredAt) {}

    RuntimeApi(byte[] event) throws IOException {
        this.event = event.clone();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::speak);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** @throws IllegalStateException if there is none within a minute, or it was an error */
    Answered awaitAnswer() throws InterruptedException {
        try {
            return answered.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The function gave no answer", e);
        }
    }

    private void speak(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace(PREFIX, "");
        byte[] said = exchange.getRequestBody().readAllBytes();
        long now = System.nanoTime();
        if (path.equals("restore/next")) {
            restored = now;
            reply(exchange, 200, null);
        } else if (path.equals("invocation/next")) {
            handOut(exchange);
        } else if (path.endsWith("/response")) {
            answered.complete(new Answered(new String(said, StandardCharsets.UTF_8), now, restored));
            reply(exchange, 202, null);
        } else {
            answered.completeExceptionally(new IllegalStateException(new String(said, StandardCharsets.UTF_8)));
            reply(exchange, 202, null);
        }
    }

    private void handOut(HttpExchange exchange) throws IOException {
        if (handedOut.getAndSet(true)) {
            // no second event comes: the process waits, as a function does, until it is ended
            return;
        }
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "first");
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + LIMIT.toMillis()));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:function:f");
        reply(exchange, 200, event);
    }

    private static void reply(HttpExchange exchange, int status, byte @Nullable [] body) throws IOException {
        // Lambda's client reads it unasked, and falls without it
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
