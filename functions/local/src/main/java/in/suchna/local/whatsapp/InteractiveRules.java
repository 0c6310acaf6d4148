package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What WhatsApp refuses of buttons, lists, links and the question for a place. */
final class InteractiveRules {
    private static final int BODY = 1024;
    private static final int LIST_BODY = 4096;
    private static final int EDGE = 60;
    private static final int TITLE = 20;
    private static final int BUTTONS = 3;
    private static final int BUTTON_ID = 256;
    private static final int SECTIONS = 10;
    private static final int ROWS = 10;
    private static final int ROW_ID = 200;
    private static final int ROW_TITLE = 24;
    private static final int ROW_TEXT = 72;

    /** The first thing that is wrong. */
    Optional<GraphError> wrongWith(JsonNode interactive) {
        String type = interactive.path("type").asText();
        JsonNode action = interactive.path("action");
        List<Optional<GraphError>> found = new ArrayList<>();
        found.add(Length.required(
                "body.text", interactive.path("body").path("text"), type.equals("list") ? LIST_BODY : BODY));
        found.add(Length.optional("header.text", interactive.path("header").path("text"), EDGE));
        found.add(Length.optional("footer.text", interactive.path("footer").path("text"), EDGE));
        found.add(
                switch (type) {
                    case "button" -> buttons(action.path("buttons"));
                    case "list" -> list(action);
                    case "cta_url" -> link(action);
                    case "location_request_message" -> placeRequest(action);
                    case "flow" -> Length.required("action.name", action.path("name"), TITLE);
                    default -> Optional.of(GraphError.parameter("interactive.type is not known"));
                });
        return first(found.stream());
    }

    private static Optional<GraphError> buttons(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > BUTTONS) {
            return Optional.of(GraphError.value("action.buttons has 1 to 3 buttons"));
        }
        List<Optional<GraphError>> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            JsonNode reply = button.path("reply");
            found.add(Length.required("button.title", reply.path("title"), TITLE));
            found.add(Length.required("button.id", reply.path("id"), BUTTON_ID));
            boolean newId = ids.add(reply.path("id").asText());
            boolean newTitle = titles.add(reply.path("title").asText());
            if (!newId || !newTitle) {
                found.add(Optional.of(GraphError.value("Buttons have ids and titles of their own")));
            }
        }
        return first(found.stream());
    }

    private static Optional<GraphError> list(JsonNode action) {
        JsonNode sections = action.path("sections");
        if (!sections.isArray() || sections.isEmpty() || sections.size() > SECTIONS) {
            return Optional.of(GraphError.value("action.sections has 1 to 10 sections"));
        }
        List<Optional<GraphError>> found = new ArrayList<>();
        found.add(Length.required("action.button", action.path("button"), TITLE));
        Set<String> ids = new HashSet<>();
        int rows = 0;
        for (JsonNode section : sections) {
            found.add(
                    sections.size() > 1
                            ? Length.required("section.title", section.path("title"), ROW_TITLE)
                            : Length.optional("section.title", section.path("title"), ROW_TITLE));
            for (JsonNode row : section.path("rows")) {
                rows++;
                found.add(row(row, ids));
            }
        }
        if (rows == 0 || rows > ROWS) {
            found.add(Optional.of(GraphError.value("A list has 1 to 10 rows over all sections")));
        }
        return first(found.stream());
    }

    private static Optional<GraphError> row(JsonNode row, Set<String> ids) {
        if (!ids.add(row.path("id").asText())) {
            return Optional.of(GraphError.value("Rows have ids of their own"));
        }
        return first(Stream.of(
                Length.required("row.id", row.path("id"), ROW_ID),
                Length.required("row.title", row.path("title"), ROW_TITLE),
                Length.optional("row.description", row.path("description"), ROW_TEXT)));
    }

    private static Optional<GraphError> link(JsonNode action) {
        JsonNode parameters = action.path("parameters");
        if (!parameters.path("url").asText().startsWith("http")) {
            return Optional.of(GraphError.value("action.parameters.url must be a web address"));
        }
        return Length.required("action.parameters.display_text", parameters.path("display_text"), TITLE);
    }

    private static Optional<GraphError> placeRequest(JsonNode action) {
        return action.path("name").asText().equals("send_location")
                ? Optional.empty()
                : Optional.of(GraphError.value("action.name must be send_location"));
    }

    private static Optional<GraphError> first(Stream<Optional<GraphError>> found) {
        return found.flatMap(Optional::stream).findFirst();
    }
}
