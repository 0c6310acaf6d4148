package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/**
 * One message as it stands on a phone.
 *
 * @param id its wamid
 * @param mine whether the phone's holder sent it
 * @param at when
 * @param message its type and content, as on the wire
 * @param tick how far it has come
 * @param ownReaction the holder's emoji under it, or nothing
 * @param theirReaction the police's emoji under it, or nothing
 * @param edited whether its text was changed
 * @param revoked whether it was taken back
 */
public record Bubble(
        String id,
        boolean mine,
        Instant at,
        ObjectNode message,
        Tick tick,
        String ownReaction,
        String theirReaction,
        boolean edited,
        boolean revoked) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How far a message has come: the ticks beside it. */
    public enum Tick {
        CLOCK,
        DELIVERED,
        READ,
        FAILED
    }

    static Bubble sent(String id, Instant at, ObjectNode message) {
        return new Bubble(id, true, at, message, Tick.CLOCK, "", "", false, false);
    }

    static Bubble received(String id, Instant at, ObjectNode message) {
        return new Bubble(id, false, at, message, Tick.DELIVERED, "", "", false, false);
    }

    /** With another tick; one that was read stays read. */
    Bubble withTick(Tick next) {
        Tick kept = tick == Tick.READ ? tick : next;
        return new Bubble(id, mine, at, message, kept, ownReaction, theirReaction, edited, revoked);
    }

    Bubble withOwnReaction(String emoji) {
        return new Bubble(id, mine, at, message, tick, emoji, theirReaction, edited, revoked);
    }

    Bubble withTheirReaction(String emoji) {
        return new Bubble(id, mine, at, message, tick, ownReaction, emoji, edited, revoked);
    }

    Bubble withText(String body) {
        ObjectNode changed = message.deepCopy();
        changed.putObject("text").put("body", body);
        return new Bubble(id, mine, at, changed, tick, ownReaction, theirReaction, true, revoked);
    }

    Bubble takenBack() {
        return new Bubble(id, mine, at, JSON.createObjectNode(), tick, "", "", edited, true);
    }

    /** As the page and the kept file have it. */
    public ObjectNode json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id).put("mine", mine).put("at", at.toEpochMilli());
        node.set("message", message);
        node.put("tick", tick.name().toLowerCase(Locale.ROOT));
        node.put("ownReaction", ownReaction).put("theirReaction", theirReaction);
        return node.put("edited", edited).put("revoked", revoked);
    }

    static Bubble of(ObjectNode node) {
        return new Bubble(
                node.path("id").asText(),
                node.path("mine").asBoolean(),
                Instant.ofEpochMilli(node.path("at").asLong()),
                node.path("message").isObject() ? (ObjectNode) node.path("message") : JSON.createObjectNode(),
                Tick.valueOf(node.path("tick").asText().toUpperCase(Locale.ROOT)),
                node.path("ownReaction").asText(),
                node.path("theirReaction").asText(),
                node.path("edited").asBoolean(),
                node.path("revoked").asBoolean());
    }
}
