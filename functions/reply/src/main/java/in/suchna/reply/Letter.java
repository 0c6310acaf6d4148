package in.suchna.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.seal.Address;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message as WhatsApp takes it: what the outbox row says, with the recipient and our own id put in. */
final class Letter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PHONE = Pattern.compile("[0-9]{5,20}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]{1,128}");
    private static final String REACTION = "reaction";

    private final ObjectNode body;

    private Letter(ObjectNode body) {
        this.body = body;
    }

    /**
     * Writes it.
     *
     * @param payload the message without a recipient, as the outbox row has it
     * @throws LetterBroken if the payload is no message, or the address reaches nobody
     */
    static Letter to(Address address, String payload, String outboxId) {
        ObjectNode body = read(payload);
        body.put("messaging_product", "whatsapp");
        body.put("recipient_type", "individual");
        body.remove("to");
        body.remove("recipient");
        // a user id in "to" is answered 200 and silently dropped, so only digits may go there
        Optional<String> phone = address.phone().filter(p -> PHONE.matcher(p).matches());
        if (phone.isPresent()) {
            body.put("to", "+" + phone.get());
        } else {
            body.put("recipient", userIdOf(address));
        }
        body.put("biz_opaque_callback_data", outboxId);
        if (body.path("type").asText().equals(REACTION)) {
            ObjectNode reaction = body.withObject("/" + REACTION);
            reaction.put("message_id", address.wamid().orElseThrow(() -> new LetterBroken(Refusal.NOTHING_TO_MARK)));
        }
        return new Letter(body);
    }

    private static ObjectNode read(String payload) {
        try {
            if (JSON.readTree(payload) instanceof ObjectNode body && body.hasNonNull("type")) {
                return body;
            }
        } catch (JsonProcessingException _) {
            // without the cause: Jackson quotes the input
        }
        throw new LetterBroken(Refusal.LETTER_BROKEN);
    }

    private static String userIdOf(Address address) {
        // a user id has been seen where the phone belongs
        return address.userId()
                .filter(u -> USER_ID.matcher(u).matches())
                .or(() -> address.phone().filter(p -> USER_ID.matcher(p).matches()))
                .orElseThrow(() -> new LetterBroken(Refusal.NOBODY));
    }

    /** Says "read" to a message, and shows that an answer is being written; WhatsApp takes both in one. */
    static Letter markingRead(String wamid) {
        ObjectNode body = JSON.createObjectNode();
        body.put("messaging_product", "whatsapp");
        body.put("status", "read");
        body.put("message_id", wamid);
        body.putObject("typing_indicator").put("type", "text");
        return new Letter(body);
    }

    /** Whether it is only a mark on the citizen's message. */
    boolean isReaction() {
        return body.path("type").asText().equals(REACTION);
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes((JsonNode) body);
        } catch (JsonProcessingException _) {
            throw new LetterBroken(Refusal.LETTER_BROKEN);
        }
    }

    @Override
    public String toString() {
        return "Letter[sealed]";
    }
}
