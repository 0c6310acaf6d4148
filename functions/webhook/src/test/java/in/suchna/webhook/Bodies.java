package in.suchna.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Webhook bodies with invented people, for tests. */
public final class Bodies {
    public static final String PHONE = "915555012345";
    public static final String NAME = "Sukhmani Netam";
    public static final String USER = "IN.9081726354";
    public static final String WAMID = "wamid.HBgMOTE1NTU1MDEyMzQ1FQIAEhgUM0E0QTY1OTlBRUUwMzgxMDE0NEYA";

    private Bodies() {}

    /** A body of one change. */
    public static ObjectNode of(String field, ObjectNode value) {
        ObjectNode body = object();
        body.put("object", "whatsapp_business_account");
        ObjectNode entry = body.putArray("entry").addObject();
        entry.put("id", "100000000000002");
        ObjectNode change = entry.putArray("changes").addObject();
        change.set("value", value);
        change.put("field", field);
        return body;
    }

    /** The value around messages of the known person. */
    public static ObjectNode value(ObjectNode... messages) {
        ObjectNode value = object();
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "915555000000")
                .put("phone_number_id", "100000000000001");
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", NAME).put("username", "sukhmani.n");
        contact.put("wa_id", PHONE).put("user_id", USER);
        ArrayNode array = value.putArray("messages");
        for (ObjectNode message : messages) {
            array.add(message);
        }
        return value;
    }

    /** A text of the known person. */
    public static ObjectNode text(String words) {
        return text(WAMID, words);
    }

    /** A text of the known person with an id. */
    public static ObjectNode text(String wamid, String words) {
        ObjectNode message = object();
        message.put("from", PHONE).put("from_user_id", USER).put("id", wamid);
        message.put("timestamp", "1795514400").put("type", "text");
        message.putObject("text").put("body", words);
        return message;
    }

    /** A body with a text. */
    public static String textBody(String words) {
        return of("messages", value(text(words))).toString();
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
