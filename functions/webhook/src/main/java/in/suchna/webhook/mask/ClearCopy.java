package in.suchna.webhook.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import in.suchna.seal.Pepper;
import in.suchna.webhook.sender.Ids;
import java.util.Set;

/**
 * Copies a message without who sent it. Keys that hold ids of people are left out; WhatsApp's message ids become keyed
 * hashes, so that a reply, reaction or deletion still finds its message; every text passes the mask.
 *
 * <p>A contact card a citizen forwards keeps other people's names and numbers: they are what the tip is about.
 */
public final class ClearCopy {
    /** The message's own keyed hash, to which other messages' references can be matched. */
    public static final String SELF = "self";

    /** In how many rows the sealed original is kept, where one was too small for it. */
    public static final String PARTS = "parts";

    /** Says that long texts were cut in the copy; the sealed original is whole. */
    public static final String CLIPPED = "clipped";

    private static final Set<String> OURS = Set.of(SELF, PARTS, CLIPPED);
    private static final Set<String> MESSAGE_IDS = Set.of("message_id", "original_message_id");
    private static final String WAMID = "wamid.";

    private final Mask mask;
    private final Pepper pepper;
    private final int longestText;

    /** @param longestText characters a text is cut to */
    public ClearCopy(Mask mask, Pepper pepper, int longestText) {
        this.mask = mask;
        this.pepper = pepper;
        this.longestText = longestText;
    }

    /** The copy of a message or status, with {@link #SELF} in place of its id. */
    public ObjectNode of(ObjectNode message) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (message.has("id")) {
            copy.put(SELF, pepper.wamid(message.path("id").asText()));
        }
        message.properties().forEach(field -> {
            if (!OURS.contains(field.getKey()) && !field.getKey().equals("id")) {
                field(copy, "", field.getKey(), field.getValue(), false);
            }
        });
        return copy;
    }

    private void field(ObjectNode copy, String under, String key, JsonNode value, boolean card) {
        if (card) {
            copy.set(mask.of(key), copyOf(key, value, true));
        } else if (isMessageId(under, key, value)) {
            copy.put(key, pepper.wamid(value.asText()));
        } else if (!Ids.KEYS.contains(key) && !(under.equals("system") && key.equals("body"))) {
            // a system notice's words name the person in a form no mask is sure to find
            copy.set(isPlain(key) ? key : mask.of(key), copyOf(key, value, key.equals("contacts")));
        }
    }

    private JsonNode copyOf(String key, JsonNode value, boolean card) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> field(copy, key, field.getKey(), field.getValue(), card));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(copyOf(key, element, card)));
            return copy;
        }
        return value.isTextual() ? TextNode.valueOf(cut(mask.of(value.asText()))) : number(value);
    }

    private JsonNode number(JsonNode value) {
        if (!value.isNumber()) {
            return value;
        }
        String digits = value.asText();
        String masked = mask.of(digits);
        return masked.equals(digits) && digits.length() <= longestText ? value : TextNode.valueOf(cut(masked));
    }

    private static boolean isMessageId(String under, String key, JsonNode value) {
        return value.isTextual()
                && (MESSAGE_IDS.contains(key)
                        || (key.equals("id")
                                && (under.equals("context") || value.asText().startsWith(WAMID))));
    }

    // WhatsApp's own keys are words; only an invented one could hold a name or number
    private static boolean isPlain(String key) {
        return key.length() <= 40 && key.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_');
    }

    private String cut(String text) {
        if (text.length() <= longestText) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longestText - 1)) ? longestText - 1 : longestText;
        return text.substring(0, end) + "…";
    }
}
