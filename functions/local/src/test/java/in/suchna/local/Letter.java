package in.suchna.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An invented citizen's message, as WhatsApp's webhook tells it.
 *
 * @param phone digits without plus
 * @param name the profile's name
 * @param wamid WhatsApp's id, which holds the phone number as real ones do
 * @param text what it says
 */
record Letter(String phone, String name, String wamid, String text) {

    static Letter of(int number, String text) {
        String phone = "9155558%05d".formatted(number);
        String wamid = "wamid."
                + Base64.getEncoder()
                        .encodeToString(("\u001c\u0018\f" + phone + "\u0015\u0002\u0000\u0012" + number)
                                .getBytes(StandardCharsets.UTF_8));
        return new Letter(phone, "Invented Sender " + number, wamid, text);
    }

    byte[] body() {
        ObjectNode body = new ObjectMapper().createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode change = body.putArray("entry")
                .addObject()
                .put("id", "100000000000077")
                .putArray("changes")
                .addObject()
                .put("field", "messages");
        ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "915555000100")
                .put("phone_number_id", "100000000000001");
        value.putArray("contacts")
                .addObject()
                .put("wa_id", phone)
                .putObject("profile")
                .put("name", name);
        value.putArray("messages")
                .addObject()
                .put("from", phone)
                .put("id", wamid)
                .put("timestamp", "1795513000")
                .put("type", "text")
                .putObject("text")
                .put("body", text);
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
