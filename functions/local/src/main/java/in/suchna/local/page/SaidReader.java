package in.suchna.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.local.whatsapp.Said;
import io.javalin.http.BadRequestResponse;
import java.util.Optional;

/** Reads what the page says a citizen did. */
final class SaidReader {
    private SaidReader() {}

    /** @throws BadRequestResponse if it is nothing a citizen can do */
    static Said read(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "text" -> new Said.Text(text(node, "body"));
            case "location" ->
                new Said.Place(
                        node.path("latitude").asDouble(),
                        node.path("longitude").asDouble(),
                        optional(node, "name"),
                        optional(node, "address"));
            case "contact" -> new Said.Contact(text(node, "name"), text(node, "number"));
            case "reaction" ->
                new Said.Reaction(text(node, "to"), node.path("emoji").asText());
            case "button" -> new Said.Button(text(node, "to"), text(node, "id"), text(node, "title"));
            case "row" ->
                new Said.Row(text(node, "to"), text(node, "id"), text(node, "title"), optional(node, "description"));
            case "quick" -> new Said.QuickReply(text(node, "to"), text(node, "payload"), text(node, "title"));
            case "edit" -> new Said.Edit(text(node, "to"), text(node, "body"));
            case "revoke" -> new Said.Revoke(text(node, "to"));
            case "unsupported" -> new Said.Unsupported(text(node, "what"));
            default -> throw new BadRequestResponse("A citizen can't do this here");
        };
    }

    private static String text(JsonNode node, String name) {
        return optional(node, name).orElseThrow(() -> new BadRequestResponse("The field " + name + " is missing"));
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(text -> !text.isBlank());
    }
}
