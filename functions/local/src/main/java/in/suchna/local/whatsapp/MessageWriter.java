package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes what a person did as one of a webhook's {@code messages}. */
final class MessageWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNSUPPORTED = 131051;

    private final BusinessNumber business;
    private final MediaShelf shelf;

    MessageWriter(BusinessNumber business, MediaShelf shelf) {
        this.business = business;
        this.shelf = shelf;
    }

    /** The message with its sender: {@code from} only where WhatsApp would tell the number. */
    ObjectNode message(Person person, String wamid, Instant at, Said said) {
        ObjectNode message = JSON.createObjectNode();
        person.phone().ifPresent(phone -> message.put("from", phone));
        person.userId().ifPresent(user -> message.put("from_user_id", user));
        message.put("id", wamid);
        message.put("timestamp", Long.toString(at.getEpochSecond()));
        content(message, said);
        return message;
    }

    private void content(ObjectNode message, Said said) {
        switch (said) {
            case Said.Text(String body) -> typed(message, "text").put("body", body);
            case Said.File file -> file(message, file);
            case Said.Voice(StoredMedia media) ->
                media(typed(message, "audio"), media).put("voice", true);
            case Said.Place place -> place(message, place);
            case Said.Contact contact -> contact(message, contact);
            case Said.Reaction(String target, String emoji) ->
                typed(message, "reaction").put("message_id", target).put("emoji", emoji);
            case Said.Button(String target, String id, String title) -> {
                context(message, target);
                tapped(message, "button_reply").put("id", id).put("title", title);
            }
            case Said.Row row -> row(message, row);
            case Said.QuickReply(String target, String payload, String text) -> {
                context(message, target);
                typed(message, "button").put("payload", payload).put("text", text);
            }
            case Said.Edit edit -> edit(message, edit);
            case Said.Revoke(String target) -> typed(message, "revoke").put("original_message_id", target);
            case Said.Unsupported(String what) -> unsupported(message, what);
        }
    }

    private static ObjectNode typed(ObjectNode message, String type) {
        message.put("type", type);
        return message.putObject(type);
    }

    private void context(ObjectNode message, String target) {
        message.putObject("context").put("from", business.shown()).put("id", target);
    }

    private static ObjectNode tapped(ObjectNode message, String type) {
        return typed(message, "interactive").put("type", type).putObject(type);
    }

    private void file(ObjectNode message, Said.File file) {
        ObjectNode node = media(typed(message, file.type()), file.media());
        file.caption().ifPresent(caption -> node.put("caption", caption));
        switch (file.type()) {
            case "document" -> file.media().filename().ifPresent(name -> node.put("filename", name));
            case "sticker" -> node.put("animated", false);
            default -> {}
        }
    }

    private ObjectNode media(ObjectNode node, StoredMedia media) {
        return node.put("mime_type", media.mimeType())
                .put("sha256", media.sha256())
                .put("id", media.id())
                .put("url", shelf.urlOf(media).toString());
    }

    private static void place(ObjectNode message, Said.Place place) {
        ObjectNode node = typed(message, "location");
        node.put("latitude", place.latitude()).put("longitude", place.longitude());
        place.name().ifPresent(name -> node.put("name", name));
        place.address().ifPresent(address -> node.put("address", address));
    }

    private static void contact(ObjectNode message, Said.Contact contact) {
        message.put("type", "contacts");
        ObjectNode card = message.putArray("contacts").addObject();
        card.putObject("name").put("formatted_name", contact.name()).put("first_name", contact.name());
        card.putArray("phones").addObject().put("phone", contact.number()).put("type", "CELL");
    }

    private void row(ObjectNode message, Said.Row row) {
        context(message, row.messageId());
        ObjectNode reply = tapped(message, "list_reply").put("id", row.id()).put("title", row.title());
        row.description().ifPresent(text -> reply.put("description", text));
    }

    private static void edit(ObjectNode message, Said.Edit edit) {
        ObjectNode changed = typed(message, "edit")
                .put("original_message_id", edit.messageId())
                .putObject("message");
        changed.put("type", "text").putObject("text").put("body", edit.body());
    }

    private static void unsupported(ObjectNode message, String what) {
        typed(message, "unsupported").put("type", what);
        message.putArray("errors")
                .addObject()
                .put("code", UNSUPPORTED)
                .put("title", "Message type unknown")
                .put("message", "Message type unknown")
                .putObject("error_data")
                .put("details", "Message type is currently not supported.");
    }
}
