package in.suchna.webhook.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contacts of a change, found by id and never by place: there may be fewer contacts than messages.
 *
 * <p>A single contact beside a single message is taken for its sender even without a common id, unless the ids say
 * otherwise.
 */
public final class Contacts {
    /** More strangers than this are not sealed beside, or masked in, a message that names no sender. */
    private static final int MOST_STRANGERS = 20;

    private final List<JsonNode> all;
    private final Map<String, JsonNode> byId;
    private final boolean oneToOne;

    private Contacts(List<JsonNode> all, Map<String, JsonNode> byId, boolean oneToOne) {
        this.all = all;
        this.byId = byId;
        this.oneToOne = oneToOne;
    }

    /** The contacts of a change's value. */
    public static Contacts of(JsonNode value) {
        List<JsonNode> all = new ArrayList<>();
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode contact : value.path("contacts")) {
            all.add(contact);
            for (String key : List.of("user_id", "wa_id")) {
                Ids.userId(contact.path(key)).ifPresent(id -> byId.putIfAbsent(id, contact));
                Ids.phone(contact.path(key)).ifPresent(id -> byId.putIfAbsent(id, contact));
            }
        }
        int things = value.path("messages").size() + value.path("statuses").size();
        return new Contacts(all, byId, all.size() == 1 && things == 1);
    }

    /**
     * The contact of a person.
     *
     * @param userIds what is known of their user ids
     * @param phones what is known of their numbers
     */
    public Optional<JsonNode> find(List<String> userIds, List<String> phones) {
        for (String id : userIds) {
            if (byId.containsKey(id)) {
                return Optional.ofNullable(byId.get(id));
            }
        }
        for (String phone : phones) {
            JsonNode contact = byId.get(phone);
            if (contact != null && !isAnother(contact, userIds, List.of())) {
                return Optional.of(contact);
            }
        }
        return oneToOne && !isAnother(all.getFirst(), userIds, phones) ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Whether ids of the same sort exist on both sides and none is common. */
    private static boolean isAnother(JsonNode contact, List<String> userIds, List<String> phones) {
        Optional<String> user = Ids.userId(contact.path("user_id"));
        if (user.isPresent() && !userIds.isEmpty()) {
            return !userIds.contains(user.get());
        }
        Optional<String> phone = Ids.phone(contact.path("wa_id"));
        return phone.isPresent() && !phones.isEmpty() && !phones.contains(phone.get());
    }

    /** Contacts that may belong to a thing whose own contact is not known; empty when there are too many to say. */
    public List<JsonNode> strangers() {
        return all.size() <= MOST_STRANGERS ? all : List.of();
    }

    /** Puts the contact of a message, or all that may be its, beside it. */
    public void sealTo(ObjectNode whole, JsonNode message) {
        Optional<JsonNode> own = SenderReader.contactOf(message, this);
        if (own.isPresent()) {
            whole.set("contact", own.get());
        } else if (!strangers().isEmpty()) {
            whole.putArray("contacts").addAll(strangers());
        }
    }
}
