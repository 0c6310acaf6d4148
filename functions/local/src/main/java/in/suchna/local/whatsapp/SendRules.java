package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What WhatsApp refuses of a message before it takes it: fields, types and lengths. Lengths are counted in UTF-16 units. */
public final class SendRules {
    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;
    private static final int CALLBACK = 512;
    private static final Set<String> FILES = Set.of("image", "video", "audio", "document", "sticker");

    private final Set<String> templates;
    private final InteractiveRules interactive = new InteractiveRules();

    /** @param templates names of the approved templates */
    public SendRules(Set<String> templates) {
        this.templates = Set.copyOf(templates);
    }

    /** The first thing that is wrong with a message; empty when WhatsApp would take it. */
    public Optional<GraphError> wrongWith(JsonNode message) {
        if (!message.path("messaging_product").asText().equals("whatsapp")) {
            return Optional.of(GraphError.parameter("messaging_product must be whatsapp"));
        }
        String recipientType = message.path("recipient_type").asText("individual");
        if (!Set.of("individual", "group").contains(recipientType)) {
            return Optional.of(GraphError.parameter("recipient_type must be one of individual, group"));
        }
        if (message.path("to").asText().isBlank()
                && message.path("recipient").asText().isBlank()) {
            return Optional.of(GraphError.parameter("The parameter to is required."));
        }
        if (message.path("biz_opaque_callback_data").asText().length() > CALLBACK) {
            return Optional.of(GraphError.parameter("biz_opaque_callback_data has at most 512 characters"));
        }
        return content(message.path("type").asText("text"), message);
    }

    private Optional<GraphError> content(String type, JsonNode message) {
        JsonNode content = message.path(type);
        if (!content.isObject() && !type.equals("contacts")) {
            return Optional.of(GraphError.parameter("The parameter " + type + " is required."));
        }
        if (FILES.contains(type)) {
            return file(content);
        }
        return switch (type) {
            case "text" -> Length.required("text.body", content.path("body"), TEXT);
            case "reaction" -> reaction(content);
            case "interactive" -> interactive.wrongWith(content);
            case "template" -> template(content);
            case "location" -> location(content);
            case "contacts" -> contacts(content);
            default -> Optional.of(GraphError.parameter("type must be one of the known message types"));
        };
    }

    private static Optional<GraphError> file(JsonNode file) {
        if (!file.hasNonNull("id") && !file.hasNonNull("link")) {
            return Optional.of(GraphError.parameter("Either id or link is required"));
        }
        return Length.optional("caption", file.path("caption"), CAPTION);
    }

    private static Optional<GraphError> reaction(JsonNode reaction) {
        if (reaction.path("message_id").asText().isBlank()) {
            return Optional.of(GraphError.missing("reaction.message_id"));
        }
        return reaction.path("emoji").isTextual()
                ? Optional.empty()
                : Optional.of(GraphError.missing("reaction.emoji"));
    }

    private Optional<GraphError> template(JsonNode template) {
        if (template.path("language").path("code").asText().isBlank()) {
            return Optional.of(GraphError.missing("template.language.code"));
        }
        String name = template.path("name").asText();
        return templates.contains(name)
                ? Optional.empty()
                : Optional.of(GraphError.of(132001, "There is no approved template of this name and language"));
    }

    private static Optional<GraphError> location(JsonNode location) {
        return location.hasNonNull("latitude") && location.hasNonNull("longitude")
                ? Optional.empty()
                : Optional.of(GraphError.missing("location.latitude and location.longitude"));
    }

    private static Optional<GraphError> contacts(JsonNode contacts) {
        return contacts.isArray() && !contacts.isEmpty() && contacts.size() <= 257
                ? Optional.empty()
                : Optional.of(GraphError.parameter("contacts has 1 to 257 entries"));
    }
}
