package in.suchna.local.page;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells every open page what happens, by server-sent events. A page that can't keep up is let go; it comes back by itself. */
final class LiveFeed {
    private static final int MOST_WAITING = 2_000;
    private static final long HEARTBEAT_SECONDS = 10;

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record News(String event, String data) {}

    private record Listener(SseClient client, BlockingQueue<News> waiting) {}

    void add(SseClient client) {
        Listener listener = new Listener(client, new LinkedBlockingQueue<>(MOST_WAITING));
        client.keepAlive();
        client.onClose(() -> listeners.remove(listener));
        listeners.add(listener);
        Thread.ofVirtual().name("page-feed").start(() -> speak(listener));
    }

    boolean isWatched() {
        return !listeners.isEmpty();
    }

    /** Tells an event with JSON to all pages. */
    void tell(String event, String data) {
        News news = new News(event, data);
        List<Listener> late = listeners.stream()
                .filter(listener -> !listener.waiting().offer(news))
                .toList();
        listeners.removeAll(late);
        late.forEach(listener -> listener.client().close());
    }

    private void speak(Listener listener) {
        SseClient client = listener.client();
        try {
            client.sendEvent("hello", "{}");
            while (listeners.contains(listener) && !client.terminated()) {
                @Nullable News news = listener.waiting().poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (news == null) {
                    client.sendComment("still here");
                } else {
                    client.sendEvent(news.event(), news.data());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }
}
