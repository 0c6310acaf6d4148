package in.suchna.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A WhatsApp of our own: takes every message unless told otherwise, and remembers what it was sent. */
final class FakeGraph implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One call that reached it. */
    record Seen(String path, String authorization, JsonNode body) {
        boolean isMark() {
            return body.path("status").asText().equals("read");
        }
    }

    /** What it does with one message. */
    sealed interface Behaviour {
        /** Answers with a status and body. */
        record Say(int status, String body) implements Behaviour {}

        /** Takes the message and never answers. */
        record Silent() implements Behaviour {}

        /** Takes the message, begins to answer and never ends. */
        record Stall() implements Behaviour {}

        /** Takes the message and breaks the connection. */
        record HangUp() implements Behaviour {}
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile @Nullable Behaviour always;
    private volatile @Nullable Behaviour marks;
    private volatile Runnable onMessage = () -> {};

    FakeGraph() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("No port for the fake WhatsApp", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static Behaviour error(int status, int code) {
        return new Behaviour.Say(status, """
                {"error":{"message":"(#%d) our own words","type":"OAuthException","code":%d,"fbtrace_id":"A"}}""".formatted(code, code));
    }

    /** The next messages are met by these, in order. */
    void thenDo(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
    }

    /** Every message without a behaviour of its own is met by this. */
    void always(@Nullable Behaviour behaviour) {
        always = behaviour;
    }

    /** Every mark-as-read is met by this. */
    void onMark(@Nullable Behaviour behaviour) {
        marks = behaviour;
    }

    /** Done when a message arrives, before it is answered. */
    void onMessage(Runnable done) {
        onMessage = done;
    }

    void forget() {
        seen.clear();
        next.clear();
        always = null;
        marks = null;
        onMessage = () -> {};
    }

    /** Every call, in order. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** The messages, without the marks. */
    List<JsonNode> messages() {
        return seen.stream().filter(s -> !s.isMark()).map(Seen::body).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        Seen call = new Seen(
                exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Authorization"), body);
        seen.add(call);
        if (!call.isMark()) {
            onMessage.run();
        }
        answer(exchange, call.isMark() ? behaviourForMark() : behaviourForMessage());
    }

    private Behaviour behaviourForMark() {
        Behaviour told = marks;
        return told == null ? new Behaviour.Say(200, "{\"success\":true}") : told;
    }

    private Behaviour behaviourForMessage() throws JsonProcessingException {
        Behaviour told = next.poll();
        if (told != null) {
            return told;
        }
        Behaviour usual = always;
        return usual != null ? usual : accept("wamid.SENT" + ids.incrementAndGet());
    }

    static Behaviour accept(String wamid) throws JsonProcessingException {
        JsonNode answer = JSON.createObjectNode()
                .put("messaging_product", "whatsapp")
                .set(
                        "messages",
                        JSON.createArrayNode().add(JSON.createObjectNode().put("id", wamid)));
        return new Behaviour.Say(200, JSON.writeValueAsString(answer));
    }

    private void answer(HttpExchange exchange, Behaviour behaviour) throws IOException {
        switch (behaviour) {
            case Behaviour.Say(int status, String body) -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            }
            case Behaviour.Silent() -> {
                awaitClosing();
                exchange.close();
            }
            case Behaviour.Stall() -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                awaitClosing();
                exchange.close();
            }
            case Behaviour.HangUp() -> throw new IOException("hangs up on purpose");
        }
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
