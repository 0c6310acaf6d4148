package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether a text is as long as WhatsApp allows, in UTF-16 units: Meta does not say which unit it counts, and this is the stricter. */
final class Length {
    private Length() {}

    /** A text that has to be there and not blank. */
    static Optional<GraphError> required(String name, JsonNode text, int most) {
        if (text.isMissingNode() || text.isNull()) {
            return Optional.of(GraphError.missing(name));
        }
        if (!text.isTextual() || text.asText().isBlank()) {
            return Optional.of(GraphError.value(name + " must be a text that is not empty"));
        }
        return optional(name, text, most);
    }

    /** A text that may be absent. */
    static Optional<GraphError> optional(String name, JsonNode text, int most) {
        return text.asText("").length() > most
                ? Optional.of(GraphError.parameter(name + " has at most " + most + " characters"))
                : Optional.empty();
    }
}
