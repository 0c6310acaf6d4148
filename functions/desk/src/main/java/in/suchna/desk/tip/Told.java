package in.suchna.desk.tip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.tip.TimelineEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of a tip's timeline, read for people.
 *
 * @param entry the entry
 * @param content its content as JSON; a missing node where it is no JSON
 * @param message what the citizen sent, as WhatsApp tells it without identity; a missing node for what is no message
 */
record Told(TimelineEntry entry, JsonNode content, JsonNode message) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "voice", "document", "sticker");
    private static final List<List<String>> PLACES_OF_WORDS = List.of(
            List.of("text", "body"),
            List.of("interactive", "button_reply", "title"),
            List.of("interactive", "list_reply", "title"),
            List.of("button", "text"),
            List.of("edit", "message", "text", "body"),
            List.of("reaction", "emoji"),
            List.of("location", "name"));

    static Told of(TimelineEntry entry) {
        JsonNode content = tree(entry.content());
        return new Told(entry, content, tree(content.path("content").asText("")));
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null || !node.isObject() ? JSON.missingNode() : node;
        } catch (IOException _) {
            // content may be plain text
            return JSON.missingNode();
        }
    }

    /** WhatsApp's word for what the citizen sent, such as {@code image}. */
    String type() {
        return content.path("type").asText("");
    }

    /** The words of it; empty where it has none. */
    String words() {
        if (content.isMissingNode()) {
            return entry.content();
        }
        return PLACES_OF_WORDS.stream()
                .map(path -> at(message, path))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> message.path(type()).path("caption").asText(""));
    }

    private static String at(JsonNode node, List<String> path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        return found.asText("");
    }

    /** A part of the content. */
    Optional<String> part(String name) {
        return Optional.of(content.path(name).asText("")).filter(text -> !text.isBlank());
    }

    /** Whether the citizen sent a file. */
    boolean isMedia() {
        return MEDIA.contains(type());
    }

    /** The kind of file, such as {@code image/jpeg}. */
    String mimeType() {
        return message.path(type()).path("mime_type").asText("");
    }

    /** Where it is, if the citizen sent a location. */
    Optional<Spot> spot() {
        JsonNode location = message.path("location");
        return Spot.of(
                location.path("latitude").asText(""), location.path("longitude").asText(""));
    }
}
