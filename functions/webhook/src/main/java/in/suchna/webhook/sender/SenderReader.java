package in.suchna.webhook.sender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out who sent a message, or who a status is about. */
public final class SenderReader {
    private static final List<String> USER_KEYS =
            List.of("from_user_id", "recipient_user_id", "recipient_participant_user_id", "from");
    private static final List<String> PHONE_KEYS =
            List.of("from", "recipient_participant_id", "participant_recipient_id", "recipient_id");
    private static final List<String> PARENT_KEYS =
            List.of("from_parent_user_id", "parent_recipient_user_id", "recipient_parent_user_id");
    private static final int SHORTEST_TRACE = 4;

    private SenderReader() {}

    /** The contact of a message or status. */
    static Optional<JsonNode> contactOf(JsonNode message, Contacts contacts) {
        return contacts.find(List.copyOf(userIds(message, USER_KEYS)), List.copyOf(phones(message, PHONE_KEYS)));
    }

    /** The person behind a message or status, as far as it tells. */
    public static Sender read(JsonNode message, Contacts contacts) {
        Optional<JsonNode> contact = contactOf(message, contacts);
        JsonNode system = message.path("system");
        Set<String> users = userIds(system, List.of("user_id"));
        users.addAll(userIds(message, USER_KEYS));
        Set<String> phones = phones(system, List.of("wa_id", "new_wa_id"));
        phones.addAll(phones(message, PHONE_KEYS));
        contact.ifPresent(c -> {
            users.addAll(userIds(c, List.of("user_id", "wa_id")));
            phones.addAll(phones(c, List.of("wa_id")));
        });
        Set<String> others = new LinkedHashSet<>(users);
        others.addAll(phones);
        others.addAll(userIds(message, PARENT_KEYS));
        contact.ifPresent(c -> others.addAll(userIds(c, List.of("parent_user_id"))));
        others.addAll(userIds(system, List.of("parent_user_id", "previous_user_id", "previous_parent_user_id")));
        others.addAll(phones(system, List.of("previous_wa_id", "customer")));
        Optional<String> user = users.stream().findFirst();
        Optional<String> phone = phones.stream().findFirst();
        user.or(() -> phone).ifPresent(others::remove);
        List<JsonNode> people = new ArrayList<>(List.of(message, system));
        people.addAll(contact.map(List::of).orElseGet(contacts::strangers));
        return new Sender(user, phone, List.copyOf(others), traces(people), names(people));
    }

    private static Set<String> userIds(JsonNode node, List<String> keys) {
        Set<String> ids = new LinkedHashSet<>();
        keys.forEach(key -> Ids.userId(node.path(key)).ifPresent(ids::add));
        return ids;
    }

    private static Set<String> phones(JsonNode node, List<String> keys) {
        Set<String> ids = new LinkedHashSet<>();
        keys.forEach(key -> Ids.phone(node.path(key)).ifPresent(ids::add));
        return ids;
    }

    private static Set<String> traces(List<JsonNode> people) {
        Set<String> traces = new LinkedHashSet<>();
        for (JsonNode person : people) {
            person.properties().forEach(field -> {
                if (Ids.KEYS.contains(field.getKey()) && field.getValue().isValueNode()) {
                    traces.add(field.getValue().asText().strip());
                }
            });
            for (JsonNode profile : List.of(person, person.path("profile"))) {
                String username = profile.path("username").asText("").strip();
                traces.add(username.startsWith("@") ? username.substring(1) : username);
            }
        }
        traces.removeIf(trace -> trace.length() < SHORTEST_TRACE);
        return traces;
    }

    private static Set<String> names(List<JsonNode> people) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode person : people) {
            names.add(person.path("profile").path("name").asText("").strip());
        }
        names.remove("");
        return names;
    }
}
