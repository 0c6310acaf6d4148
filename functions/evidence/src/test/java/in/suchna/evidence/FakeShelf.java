package in.suchna.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A WhatsApp's shelf of our own: two steps to a file, and whatever may go wrong on either. */
final class FakeShelf implements AutoCloseable {

    /** What happens to one call instead of what should. */
    sealed interface Fault {
        /** Answers with a status and words. */
        record Say(int status, String body) implements Fault {}

        /** Sends elsewhere. */
        record Redirect(String to) implements Fault {}

        /** Gives other bytes. */
        record Other() implements Fault {}

        /** Promises all the bytes and gives half. */
        record Half() implements Fault {}

        /** Gives a few bytes and no more, and keeps the line open. */
        record Stall() implements Fault {}

        /** Breaks the connection. */
        record HangUp() implements Fault {}

        /** Tells an address that is no longer good. */
        record Stale() implements Fault {}

        /** Tells an address at a stranger's. */
        record Stranger(String url) implements Fault {}

        /** Does what it should. */
        record None() implements Fault {}
    }

    private record Held(Supplier<InputStream> bytes, long length, String sha256) {}

    /** One call that came. */
    record Seen(String path, Optional<String> authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Held> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Fault>> describing = new ConcurrentHashMap<>();
    private final Map<String, Deque<Fault>> downloading = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(1_000_000_000_000_000L);

    FakeShelf() {
        // else each answer waits 40 ms for the reader's acknowledgement of its headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the fake shelf", e);
        }
        server.setExecutor(threads);
        server.createContext("/graph/", this::describe);
        server.createContext("/file/", this::download);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps a file and gives its id. */
    String put(byte[] bytes) {
        return put(() -> new java.io.ByteArrayInputStream(bytes), bytes.length);
    }

    /** Keeps a file that is too large for memory. */
    String put(Supplier<InputStream> bytes, long length) {
        String id = Long.toString(ids.incrementAndGet());
        try (InputStream in = bytes.get()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            files.put(id, new Held(bytes, length, HexFormat.of().formatHex(digest.digest())));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("No hash of a file", e);
        }
        return id;
    }

    String sha256(String id) {
        return held(id).sha256();
    }

    private Held held(String id) {
        return java.util.Objects.requireNonNull(files.get(id));
    }

    String urlOf(String id) {
        return origin() + "/file/" + id;
    }

    void forget(String id) {
        files.remove(id);
    }

    /** The next calls for the address of a file meet these. */
    void whenDescribed(String id, Fault... faults) {
        describing.computeIfAbsent(id, _ -> new ConcurrentLinkedDeque<>()).addAll(List.of(faults));
    }

    /** The next calls for a file meet these. */
    void whenDownloaded(String id, Fault... faults) {
        downloading.computeIfAbsent(id, _ -> new ConcurrentLinkedDeque<>()).addAll(List.of(faults));
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private static Fault next(Map<String, Deque<Fault>> faults, String id) {
        Fault next = faults.getOrDefault(id, new ConcurrentLinkedDeque<>()).poll();
        return next == null ? new Fault.None() : next;
    }

    private String note(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        seen.add(new Seen(
                uri.getPath(), Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }

    private void describe(HttpExchange exchange) throws IOException {
        String id = note(exchange);
        Fault fault = next(describing, id);
        if (!files.containsKey(id)) {
            say(exchange, 400, "{\"error\":{\"code\":100,\"message\":\"our own words\"}}");
            return;
        }
        switch (fault) {
            case Fault.Stale() -> describe(exchange, id, origin() + "/file/gone");
            case Fault.Stranger(String url) -> describe(exchange, id, url);
            case Fault.None() -> describe(exchange, id, urlOf(id));
            default -> fail(exchange, fault);
        }
    }

    private void describe(HttpExchange exchange, String id, String url) throws IOException {
        say(exchange, 200, """
                {"messaging_product":"whatsapp","url":"%s","sha256":"%s","file_size":"%d","id":"%s"}""".formatted(url, held(id).sha256(), held(id).length(), id));
    }

    private void download(HttpExchange exchange) throws IOException {
        String id = note(exchange);
        Fault fault = next(downloading, id);
        if (!files.containsKey(id.replace("open", ""))) {
            say(exchange, 404, "");
            return;
        }
        switch (fault) {
            case Fault.None()
            when exchange.getRequestHeaders().containsKey("Authorization") || id.startsWith("open") ->
                give(exchange, held(id.replace("open", "")));
            case Fault.None() -> say(exchange, 401, "");
            case Fault.Other() -> say(exchange, 200, "other bytes than were sent");
            case Fault.Half() -> half(exchange, held(id));
            default -> fail(exchange, fault);
        }
    }

    private static void give(HttpExchange exchange, Held held) throws IOException {
        exchange.sendResponseHeaders(200, held.length());
        try (InputStream in = held.bytes().get();
                OutputStream out = exchange.getResponseBody()) {
            in.transferTo(out);
        }
    }

    private static void half(HttpExchange exchange, Held held) throws IOException {
        exchange.sendResponseHeaders(200, held.length());
        try (InputStream in = held.bytes().get()) {
            exchange.getResponseBody().write(in.readNBytes((int) (held.length() / 2)));
        }
        throw new IOException("ends early on purpose");
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Say(int status, String body) -> say(exchange, status, body);
            case Fault.Redirect(String to) -> {
                exchange.getResponseHeaders().set("Location", to);
                say(exchange, 302, "");
            }
            case Fault.Stall() -> {
                exchange.sendResponseHeaders(200, 1_000_000);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                awaitClosing();
                exchange.close();
            }
            default -> throw new IOException("hangs up on purpose");
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
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
