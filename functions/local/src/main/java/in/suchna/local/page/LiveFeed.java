package in.suchna.local.page;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells every open page what happens, by server-sent events. A page that can't keep up is let go; it comes back by itself.
 *
 * <p>Each open page holds its request's thread. Javalin's own way, which gives the thread back, spins for ever in 7.0.0
 * when it closes a connection the page has already left.
 */
final class LiveFeed {
    private static final int MOST_WAITING = 2_000;
    private static final long HEARTBEAT_SECONDS = 5;
    private static final News HEARTBEAT = new News("still-here", "{}");

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record News(String event, String data) {
        byte[] bytes() {
            return ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** An open page. Each is itself only, however alike two of them are. */
    private static final class Listener {
        private final BlockingQueue<News> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    }

    boolean isWatched() {
        return !listeners.isEmpty();
    }

    /** Tells an event with JSON on one line to all pages. */
    void tell(String event, String data) {
        News news = new News(event, data);
        listeners.removeIf(listener -> !listener.waiting.offer(news));
    }

    /** Speaks to one page until it leaves or the server stops. */
    void serve(Context context) {
        context.res().setContentType("text/event-stream; charset=UTF-8");
        context.res().setHeader("Cache-Control", "no-store");
        Listener listener = new Listener();
        listeners.add(listener);
        try {
            speak(listener, context.res().getOutputStream());
        } catch (IOException _) {
            // the page has left
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    private void speak(Listener listener, ServletOutputStream out) throws IOException, InterruptedException {
        out.write(new News("hello", "{}").bytes());
        out.flush();
        while (listeners.contains(listener)) {
            @Nullable News news = listener.waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            out.write((news == null ? HEARTBEAT : news).bytes());
            out.flush();
        }
    }
}
