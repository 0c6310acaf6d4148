package in.suchna.desk.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one word of a conversation's state that the desk sets: whether the citizen is answered. The rest stays as it is. */
final class Muting {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MUTED = "muted";

    private Muting() {}

    static boolean isMuted(String conversation) {
        return read(conversation).path(MUTED).asBoolean(false);
    }

    static String with(String conversation, boolean muted) {
        return read(conversation).put(MUTED, muted).toString();
    }

    private static ObjectNode read(String conversation) {
        try {
            if (JSON.readTree(conversation) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException _) {
            // refused below, without the state's words
        }
        throw new Refused("changed");
    }
}
