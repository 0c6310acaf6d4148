package in.suchna.local.page;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers which tables changed, and tells it a few times a second at most, however fast they change. */
final class TableWatch {
    private static final Duration BREATH = Duration.ofMillis(300);

    private final LiveFeed feed;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    TableWatch(LiveFeed feed) {
        this.feed = feed;
    }

    /** A table changed. */
    void changed(String table) {
        if (feed.isWatched() && changed.add(table)) {
            Thread.ofVirtual().name("page-tables").start(() -> tellSoon(table));
        }
    }

    private void tellSoon(String table) {
        try {
            Thread.sleep(BREATH);
            changed.remove(table);
            feed.tell("table", "\"" + table + "\"");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
