package in.suchna.webhook.body;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.webhook.sender.Contacts;

/**
 * What stood around a message or status in its body.
 *
 * @param field the webhook field
 * @param entry the entry without its changes: the account's id, and whatever else is there
 * @param value the change's value without its messages, statuses and contacts: metadata, errors, and whatever else is there
 * @param contacts the change's contacts
 */
public record Around(String field, ObjectNode entry, ObjectNode value, Contacts contacts) {

    /** All of it but the contacts, as it is sealed beside the thing itself. */
    public ObjectNode sealable() {
        ObjectNode sealable = JsonNodeFactory.instance.objectNode();
        sealable.put("field", field);
        sealable.set("entry", entry);
        sealable.set("value", value);
        return sealable;
    }
}
