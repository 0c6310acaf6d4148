package in.suchna.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * How to answer a citizen; exists in the clear only inside {@code webhook}, {@code reply} and {@code reveal}.
 *
 * @param phone the {@code wa_id}, digits without {@code +}
 * @param userId the business-scoped user id
 * @param wamid WhatsApp's id of the message that is answered, to mark it as read
 */
public record Address(Optional<String> phone, Optional<String> userId, Optional<String> wamid) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether anybody can be reached by it. */
    public boolean canBeAnswered() {
        return phone.isPresent() || userId.isPresent();
    }

    /** As bytes to seal. */
    public byte[] bytes() {
        ObjectNode node = JSON.createObjectNode();
        phone.ifPresent(p -> node.put("phone", p));
        userId.ifPresent(u -> node.put("user", u));
        wamid.ifPresent(w -> node.put("wamid", w));
        try {
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new SealBroken("An address can't be written", e);
        }
    }

    /** @throws SealBroken if the bytes are no address */
    public static Address of(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (!node.isObject()) {
                throw new SealBroken("The sealed bytes are no address");
            }
            return new Address(text(node, "phone"), text(node, "user"), text(node, "wamid"));
        } catch (IOException e) {
            // without the cause: Jackson quotes the input
            throw new SealBroken("The sealed bytes are no address");
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
    }

    @Override
    public String toString() {
        return "Address[sealed]";
    }
}
