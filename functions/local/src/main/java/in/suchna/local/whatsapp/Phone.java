package in.suchna.local.whatsapp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A person's phone with its one chat: that with the police. */
public final class Phone {
    private static final int MOST_BUBBLES = 500;

    private final Person person;
    private final Map<String, Bubble> chat = new LinkedHashMap<>();
    private final Map<String, String> callbacks = new LinkedHashMap<>();
    private Optional<Instant> lastWrote = Optional.empty();

    Phone(Person person) {
        this.person = person;
    }

    /** Whose it is. */
    public Person person() {
        return person;
    }

    /** The chat, the oldest first; the newest 500 are kept. */
    public synchronized List<Bubble> chat() {
        return List.copyOf(chat.values());
    }

    /** When the holder last wrote; empty when nobody here saw it. */
    synchronized Optional<Instant> lastWrote() {
        return lastWrote;
    }

    synchronized void add(Bubble bubble) {
        chat.put(bubble.id(), bubble);
        if (bubble.mine()) {
            lastWrote = Optional.of(bubble.at());
        }
        if (chat.size() > MOST_BUBBLES) {
            String oldest = chat.keySet().iterator().next();
            chat.remove(oldest);
            callbacks.remove(oldest);
        }
    }

    /** Notes the sender's own id of a message, which its receipts echo. */
    synchronized void callback(String wamid, String callback) {
        callbacks.put(wamid, callback);
    }

    synchronized Optional<String> callbackOf(String wamid) {
        return Optional.ofNullable(callbacks.get(wamid));
    }

    /** Changes a bubble; empty when there is none of that id. */
    synchronized Optional<Bubble> change(String wamid, UnaryOperator<Bubble> how) {
        return Optional.ofNullable(chat.computeIfPresent(wamid, (_, bubble) -> how.apply(bubble)));
    }

    /** The police's messages the holder has not read. */
    synchronized List<Bubble> unread() {
        List<Bubble> unread = new ArrayList<>();
        for (Bubble bubble : chat.values()) {
            if (!bubble.mine() && bubble.tick() == Bubble.Tick.DELIVERED) {
                unread.add(bubble);
            }
        }
        return unread;
    }
}
