package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The bodies Meta posts to a webhook. */
public final class WebhookBodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BusinessNumber business;
    private final MessageWriter messages;

    WebhookBodies(BusinessNumber business, MessageWriter messages) {
        this.business = business;
        this.messages = messages;
    }

    /** A message a person sent, with their contact. */
    ObjectNode message(Person person, String wamid, Instant at, Said said) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode value = valueOf(body);
        contact(value, person, true);
        value.putArray("messages").add(messages.message(person, wamid, at, said));
        return body;
    }

    /** What became of a message the person was sent. */
    ObjectNode status(Person person, Receipt receipt) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode value = valueOf(body);
        if (receipt.error().isEmpty()) {
            contact(value, person, !receipt.word().equals("sent"));
        }
        ObjectNode status = value.putArray("statuses").addObject();
        status.put("id", receipt.wamid());
        status.put("status", receipt.word());
        status.put("timestamp", Long.toString(receipt.at().getEpochSecond()));
        person.phone().ifPresent(phone -> status.put("recipient_id", phone));
        person.userId().ifPresent(user -> status.put("recipient_user_id", user));
        receipt.callback().ifPresent(own -> status.put("biz_opaque_callback_data", own));
        receipt.error().ifPresentOrElse(error -> errors(status, error), () -> pricing(status));
        return body;
    }

    private ObjectNode valueOf(ObjectNode body) {
        body.put("object", "whatsapp_business_account");
        ObjectNode entry = body.putArray("entry").addObject().put("id", business.accountId());
        ObjectNode change = entry.putArray("changes").addObject();
        ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", business.shown())
                .put("phone_number_id", business.phoneNumberId());
        change.put("field", "messages");
        return value;
    }

    private static void contact(ObjectNode value, Person person, boolean withUsername) {
        ObjectNode contact = value.putArray("contacts").addObject();
        ObjectNode profile = contact.putObject("profile").put("name", person.name());
        if (withUsername) {
            person.username().ifPresent(username -> profile.put("username", username));
        }
        person.phone().ifPresent(phone -> contact.put("wa_id", phone));
        person.userId().ifPresent(user -> contact.put("user_id", user));
    }

    private static void errors(ObjectNode status, GraphError error) {
        status.putArray("errors")
                .addObject()
                .put("code", error.code())
                .put("title", error.title())
                .put("message", error.title())
                .putObject("error_data")
                .put("details", error.details());
    }

    private static void pricing(ObjectNode status) {
        status.putObject("pricing")
                .put("billable", false)
                .put("pricing_model", "PMP")
                .put("type", "free_customer_service")
                .put("category", "service");
    }
}
