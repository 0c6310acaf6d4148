package in.suchna.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.message.Probe;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Writes the body of a probe, as WhatsApp writes the body of a message. */
final class ProbeBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ID_BYTES = 16;

    // nobody's: the form of a user id without a person behind it
    private static final String SENDER = "IN.SUCHNAPROBE";

    // what any citizen might write who needs help at once
    private static final String WORDS = "kurud me chaku maar rahe hai jaldi aao";

    private final String phoneNumberId;
    private final RandomGenerator random;

    /** @param phoneNumberId of our own number */
    ProbeBody(String phoneNumberId, RandomGenerator random) {
        this.phoneNumberId = phoneNumberId;
        this.random = random;
    }

    /** A new probe's bytes. */
    byte[] write(Instant now) {
        ObjectNode body = JSON.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode change = body.putArray("entry")
                .addObject()
                .put("id", "0")
                .putArray("changes")
                .addObject();
        ObjectNode value = change.put("field", "messages").putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata").put("phone_number_id", phoneNumberId);
        value.putArray("messages")
                .addObject()
                .put("from_user_id", SENDER)
                .put("id", "probe." + id())
                .put("timestamp", Long.toString(now.getEpochSecond()))
                .put("type", Probe.TYPE)
                .putObject("text")
                .put("body", WORDS);
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A probe can't be written", e);
        }
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
