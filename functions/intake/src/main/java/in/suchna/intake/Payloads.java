package in.suchna.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.Language;
import in.suchna.intake.conversation.Saying;
import in.suchna.tip.Reference;

/** Sayings as WhatsApp messages without a recipient, which the reply function adds. */
final class Payloads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String template;

    /** @param template the approved template for answers outside the 24-hour window */
    Payloads(String template) {
        this.template = template;
    }

    String of(Saying saying) {
        return switch (saying) {
            case Saying.Text(String body) -> text(body);
            case Saying.Tick() -> tick();
            case Saying.AskPlace(String body) -> askPlace(body);
            case Saying.Buttons buttons -> buttons(buttons);
            case Saying.Rows rows -> rows(rows);
        };
    }

    static String text(String body) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "text");
        node.putObject("text").put("body", body).put("preview_url", false);
        return node.toString();
    }

    private static String tick() {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "reaction");
        node.putObject("reaction").put("emoji", "✔");
        return node.toString();
    }

    private static String askPlace(String body) {
        ObjectNode node = JSON.createObjectNode();
        ObjectNode interactive = interactive(node, "location_request_message", body);
        interactive.putObject("action").put("name", "send_location");
        return node.toString();
    }

    private static String buttons(Saying.Buttons saying) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode buttons =
                interactive(node, "button", saying.body()).putObject("action").putArray("buttons");
        for (Saying.Choice choice : saying.choices()) {
            ObjectNode button = buttons.addObject().put("type", "reply");
            button.putObject("reply").put("id", choice.id()).put("title", choice.title());
        }
        return node.toString();
    }

    private static String rows(Saying.Rows saying) {
        ObjectNode node = JSON.createObjectNode();
        ObjectNode action = interactive(node, "list", saying.body()).putObject("action");
        action.put("button", saying.button());
        ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
        for (Saying.Choice choice : saying.choices()) {
            rows.addObject().put("id", choice.id()).put("title", choice.title());
        }
        return node.toString();
    }

    private static ObjectNode interactive(ObjectNode node, String type, String body) {
        node.put("type", "interactive");
        ObjectNode interactive = node.putObject("interactive").put("type", type);
        interactive.putObject("body").put("text", body);
        return interactive;
    }

    /** What is sent instead when the window has closed: the template with the tip's reference in it. */
    String template(Language language, Reference reference) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "template");
        ObjectNode body = node.putObject("template").put("name", template);
        // Chhattisgarhi and Hinglish have no template language of their own at WhatsApp
        body.putObject("language").put("code", language == Language.ENGLISH ? "en" : "hi");
        ObjectNode component = body.putArray("components").addObject().put("type", "body");
        component.putArray("parameters").addObject().put("type", "text").put("text", reference.text());
        return node.toString();
    }
}
