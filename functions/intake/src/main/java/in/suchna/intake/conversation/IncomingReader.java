package in.suchna.intake.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.message.KeptMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a kept message's clear content. Whatever it can't make sense of is {@link Incoming.Unusable}, never an error. */
public final class IncomingReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a person did. */
    public Incoming read(KeptMessage message) {
        try {
            return read(message.type(), JSON.readTree(message.content()));
        } catch (IOException e) {
            return new Incoming.Unusable(message.type());
        }
    }

    private static Incoming read(String type, JsonNode content) {
        return switch (type) {
            case "text" -> words(content.path("text").path("body"), content);
            case "image", "video", "audio", "voice", "document", "sticker" -> media(type, content);
            case "location" -> place(content.path("location"));
            case "contacts" -> new Incoming.Contacts(summaryOf(content.path("contacts")));
            case "interactive" -> tapped(content.path("interactive"));
            case "button" -> tap(content.path("button"), "payload", "text");
            case "reaction" ->
                new Incoming.Reaction(content.path("reaction").path("emoji").asText(""));
            case "edit" -> edited(content.path("edit").path("message"));
            case "revoke" -> new Incoming.Revoked();
            case "system" ->
                new Incoming.Notice(content.path("system").path("type").asText("system"));
            case "request_welcome" -> new Incoming.Opened();
            default -> new Incoming.Unusable(type);
        };
    }

    private static Incoming words(JsonNode body, JsonNode content) {
        return body.isTextual() && !body.asText().isBlank()
                ? new Incoming.Words(body.asText(), forwardedOften(content))
                : new Incoming.Unusable("text");
    }

    private static Incoming media(String type, JsonNode content) {
        JsonNode media = content.path(type);
        Optional<String> caption = Optional.of(media.path("caption").asText("")).filter(c -> !c.isBlank());
        boolean voice = type.equals("audio") && media.path("voice").asBoolean(false);
        return new Incoming.Media(voice ? "voice" : type, caption, forwardedOften(content));
    }

    private static Incoming place(JsonNode location) {
        JsonNode latitude = location.path("latitude");
        JsonNode longitude = location.path("longitude");
        if (!latitude.isNumber() && !latitude.isTextual()) {
            return new Incoming.Unusable("location");
        }
        String name = (location.path("name").asText("") + " "
                        + location.path("address").asText(""))
                .strip();
        return new Incoming.Place(
                latitude.asDouble(), longitude.asDouble(), Optional.of(name).filter(n -> !n.isEmpty()));
    }

    private static Incoming tapped(JsonNode interactive) {
        return switch (interactive.path("type").asText()) {
            case "button_reply" -> tap(interactive.path("button_reply"), "id", "title");
            case "list_reply" -> tap(interactive.path("list_reply"), "id", "title");
            case "nfm_reply" -> form(interactive.path("nfm_reply"));
            default -> new Incoming.Unusable("interactive");
        };
    }

    private static Incoming tap(JsonNode reply, String id, String title) {
        String words = reply.path(title).asText("");
        String choice = reply.path(id).asText(words);
        return choice.isBlank() ? new Incoming.Unusable("interactive") : new Incoming.Tap(choice, words);
    }

    private static Incoming form(JsonNode reply) {
        String answers = reply.path("response_json").asText("");
        return answers.isBlank() ? new Incoming.Unusable("interactive") : new Incoming.Words(answers, false);
    }

    private static Incoming edited(JsonNode message) {
        String text = message.path("text").path("body").asText("");
        if (text.isBlank()) {
            text = message.path(message.path("type").asText("image"))
                    .path("caption")
                    .asText("");
        }
        return new Incoming.Edited(text);
    }

    private static boolean forwardedOften(JsonNode content) {
        return content.path("context").path("frequently_forwarded").asBoolean(false);
    }

    private static String summaryOf(JsonNode contacts) {
        List<String> cards = new ArrayList<>();
        for (JsonNode card : contacts) {
            StringBuilder words =
                    new StringBuilder(card.path("name").path("formatted_name").asText(""));
            for (JsonNode phone : card.path("phones")) {
                words.append(' ').append(phone.path("phone").asText(""));
            }
            cards.add(words.toString().strip());
        }
        return String.join("; ", cards);
    }
}
