package in.suchna.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The bodies WhatsApp knocks with. */
final class Bodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A message in a body.
     *
     * @param sender who wrote
     * @param wamid WhatsApp's id of it
     * @param at when
     * @param words what
     */
    record Letter(Sender sender, String wamid, Instant at, String words) {}

    private Bodies() {}

    /** WhatsApp's id of the n-th message of a day; it holds the sender's number, as real ones do. */
    static String wamid(Sender sender, int number) {
        String inside = "\u001c\u0018%s\u0015\u0002\u0000%05d".formatted(sender.phone(), number);
        return "wamid." + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.US_ASCII));
    }

    /** A body with messages, each in a change of its own. */
    static ObjectNode of(List<Letter> letters) {
        ObjectNode body = JSON.createObjectNode().put("object", "whatsapp_business_account");
        for (Letter letter : letters) {
            ObjectNode value = value(body);
            ObjectNode contact = value.putArray("contacts").addObject();
            contact.putObject("profile").put("name", letter.sender().name());
            contact.put("wa_id", letter.sender().phone())
                    .put("user_id", letter.sender().userId());
            ObjectNode message = value.putArray("messages").addObject();
            message.put("from", letter.sender().phone())
                    .put("from_user_id", letter.sender().userId())
                    .put("id", letter.wamid())
                    .put("timestamp", Long.toString(letter.at().getEpochSecond()))
                    .put("type", "text")
                    .putObject("text")
                    .put("body", letter.words());
        }
        return body;
    }

    /** A body that says what became of a message of ours. */
    static ObjectNode receipt(
            String phone, String wamid, String word, Instant at, String callback, Optional<Integer> code) {
        ObjectNode body = JSON.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode status = value(body).putArray("statuses").addObject();
        status.put("id", wamid)
                .put("status", word)
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("recipient_id", phone)
                .put("biz_opaque_callback_data", callback);
        code.ifPresent(c -> status.putArray("errors").addObject().put("code", c).put("title", "failed"));
        return body;
    }

    private static ObjectNode value(ObjectNode body) {
        ObjectNode entry = body.withArray("entry").addObject().put("id", "100000000000077");
        ObjectNode change = entry.putArray("changes").addObject().put("field", "messages");
        ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "915555000100")
                .put("phone_number_id", "100000000000001");
        return value;
    }
}
