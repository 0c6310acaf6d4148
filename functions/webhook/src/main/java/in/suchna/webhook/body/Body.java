package in.suchna.webhook.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.message.Kind;
import in.suchna.webhook.sender.Contacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a webhook body apart. The {@code field} of a change decides first, for messages and statuses stand under other
 * fields too (history, calls). Nothing is dropped: what can't be read is heard as broken.
 */
public final class Body {
    /** The field of a change that has none. */
    public static final String NO_FIELD = "none";

    private static final Set<String> ASIDE = Set.of("contacts", "messages", "statuses");

    private final List<Heard> heard = new ArrayList<>();

    private Body() {}

    /** All things of a rightly signed body, in order. */
    public static List<Heard> read(byte[] bytes) {
        Body body = new Body();
        try {
            body.root(BodyJson.read(bytes), bytes);
        } catch (IOException _) {
            body.onceMore(bytes);
        }
        return body.heard;
    }

    /** A key that stands twice costs nobody their message, but the bytes are kept too, for one value would be lost. */
    private void onceMore(byte[] bytes) {
        heard.add(new Heard.Unreadable(bytes));
        try {
            JsonNode root = BodyJson.readLeniently(bytes);
            if (root.path("entry").isArray()) {
                root(root, bytes);
            }
        } catch (IOException _) {
            // no JSON at all: the bytes are all there is
        }
    }

    private void root(JsonNode root, byte[] bytes) {
        JsonNode entries = root.path("entry");
        if (!root.isObject() || !entries.isArray()) {
            heard.add(new Heard.Unreadable(bytes));
            return;
        }
        entries.forEach(this::entry);
    }

    private void entry(JsonNode entry) {
        if (entry instanceof ObjectNode object && object.path("changes").isArray()) {
            ObjectNode rest = without(object, Set.of("changes"));
            object.path("changes").forEach(change -> change(rest, change));
        } else {
            heard.add(new Heard.Broken(NO_FIELD, entry));
        }
    }

    private void change(ObjectNode entry, JsonNode node) {
        if (!(node instanceof ObjectNode change)) {
            heard.add(broken(NO_FIELD, entry, "change", node));
            return;
        }
        String field = change.path("field").asText(NO_FIELD);
        switch (field) {
            case "messages" -> live(entry, change);
            case "standby" -> standby(entry, change);
            default -> heard.add(new Heard.Change(kindOf(field), field, entry, change));
        }
    }

    private static Kind kindOf(String field) {
        return AccountFields.holds(field) ? Kind.EVENT : Kind.UNHEARD;
    }

    private void live(ObjectNode entry, ObjectNode change) {
        JsonNode value = change.path("value");
        JsonNode messages = value.path("messages");
        JsonNode statuses = value.path("statuses");
        if (!listOrAbsent(messages) || !listOrAbsent(statuses) || !value.isObject()) {
            heard.add(broken("messages", entry, "change", change));
        } else if (messages.isEmpty() && statuses.isEmpty()) {
            Kind kind = value.path("errors").isEmpty() ? Kind.UNHEARD : Kind.EVENT;
            heard.add(new Heard.Change(kind, "messages", entry, change));
        } else {
            Around around = around("messages", entry, (ObjectNode) value, ASIDE);
            messages.forEach(message -> message(Kind.LIVE, around, message));
            statuses.forEach(status -> status(around, status));
        }
    }

    private void standby(ObjectNode entry, ObjectNode change) {
        JsonNode messages = change.path("value").path("messages");
        if (messages.isArray() && !messages.isEmpty()) {
            Around around = around("standby", entry, (ObjectNode) change.path("value"), Set.of("contacts", "messages"));
            messages.forEach(message -> message(Kind.STANDBY, around, message));
        } else {
            heard.add(new Heard.Change(Kind.UNHEARD, "standby", entry, change));
        }
    }

    private void message(Kind kind, Around around, JsonNode node) {
        if (node instanceof ObjectNode message && hasText(message, "id")) {
            heard.add(new Heard.Message(kind, around, message));
        } else {
            heard.add(broken(around, "message", node));
        }
    }

    private void status(Around around, JsonNode node) {
        if (node instanceof ObjectNode status && hasText(status, "id") && hasText(status, "status")) {
            heard.add(new Heard.Status(around, status));
        } else {
            heard.add(broken(around, "status", node));
        }
    }

    private static Around around(String field, ObjectNode entry, ObjectNode value, Set<String> aside) {
        return new Around(field, entry, without(value, aside), Contacts.of(value));
    }

    private static Heard.Broken broken(String field, ObjectNode entry, String name, JsonNode part) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("entry", entry);
        whole.set(name, part);
        return new Heard.Broken(field, whole);
    }

    private static Heard.Broken broken(Around around, String name, JsonNode part) {
        ObjectNode whole = around.sealable();
        around.contacts().sealTo(whole, part);
        whole.set(name, part);
        return new Heard.Broken(around.field(), whole);
    }

    private static ObjectNode without(ObjectNode node, Set<String> names) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            if (!names.contains(field.getKey())) {
                rest.set(field.getKey(), field.getValue());
            }
        });
        return rest;
    }

    private static boolean listOrAbsent(JsonNode node) {
        return node.isArray() || node.isMissingNode() || node.isNull();
    }

    private static boolean hasText(ObjectNode node, String name) {
        JsonNode value = node.path(name);
        return (value.isTextual() || value.isNumber()) && !value.asText().isBlank();
    }
}
