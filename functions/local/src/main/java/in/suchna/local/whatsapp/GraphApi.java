package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Meta's Graph API, as far as a number sends messages and fetches what it was sent. */
final class GraphApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";
    private static final int TRACE_BYTES = 8;

    private final BusinessNumber business;
    private final SendRules rules;
    private final Switchboard switchboard;
    private final MediaShelf shelf;
    private final Faults faults;
    private final RandomGenerator random;

    GraphApi(
            BusinessNumber business,
            SendRules rules,
            Switchboard switchboard,
            MediaShelf shelf,
            Faults faults,
            RandomGenerator random) {
        this.business = business;
        this.rules = rules;
        this.switchboard = switchboard;
        this.shelf = shelf;
        this.faults = faults;
        this.random = random;
    }

    void register(RoutesConfig routes) {
        routes.post("/graph/{version}/{number}/messages", this::messages);
        routes.get("/graph/{version}/{media}", this::describeMedia);
        routes.get("/lookaside/whatsapp_business/attachments/", this::download);
    }

    private void messages(Context context) {
        if (!hasToken(context)) {
            refuse(context, GraphError.of(190, "An access token is required to request this resource."));
            return;
        }
        if (!context.pathParam("number").equals(business.phoneNumberId())) {
            refuse(context, GraphError.parameter("Object with this ID does not exist or cannot be loaded"));
            return;
        }
        Optional<JsonNode> message = read(context);
        if (message.isEmpty()) {
            refuse(context, GraphError.parameter("The body must be a JSON object"));
        } else if (message.get().has("status")) {
            read(context, message.get());
        } else {
            send(context, message.get());
        }
    }

    private static Optional<JsonNode> read(Context context) {
        try {
            return Optional.ofNullable(JSON.readTree(context.bodyAsBytes())).filter(JsonNode::isObject);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private void read(Context context, JsonNode message) {
        String wamid = message.path("message_id").asText();
        if (!message.path("status").asText().equals("read") || !wamid.startsWith("wamid.")) {
            refuse(context, GraphError.parameter("status must be read, and message_id a message's id"));
            return;
        }
        switchboard.read(wamid, message.has("typing_indicator"));
        answer(context, 200, JSON.createObjectNode().put("success", true));
    }

    private void send(Context context, JsonNode message) {
        Optional<GraphError> wrong = rules.wrongWith(message);
        if (wrong.isPresent()) {
            refuse(context, wrong.get());
            return;
        }
        switch (faults.take().orElse(null)) {
            case null -> answer(context, 200, switchboard.take(message, Optional.empty()));
            case Faults.Fault.Refused(int code) -> refuse(context, GraphError.of(code, "Refused on purpose."));
            case Faults.Fault.FailsLater(int code) ->
                answer(context, 200, switchboard.take(message, Optional.of(code)));
            case Faults.Fault.Unheard() -> {
                ObjectNode _ = switchboard.take(message, Optional.empty());
                cut(context);
            }
        }
    }

    /** Promises an answer and closes the connection before it comes. */
    private static void cut(Context context) {
        context.res().setContentLength(Integer.MAX_VALUE);
        context.status(200).contentType("application/json").result("{\"messaging_product\":");
    }

    private void describeMedia(Context context) {
        if (!hasToken(context)) {
            refuse(context, GraphError.of(190, "An access token is required to request this resource."));
            return;
        }
        shelf.find(context.pathParam("media"))
                .ifPresentOrElse(
                        opened -> answer(context, 200, describe(opened.media())),
                        () -> refuse(
                                context,
                                GraphError.parameter("Object with this ID does not exist or cannot be loaded")));
    }

    private ObjectNode describe(StoredMedia media) {
        return JSON.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("url", shelf.urlOf(media).toString())
                .put("mime_type", media.mimeType())
                .put("sha256", media.sha256())
                .put("file_size", Integer.toString(media.size()))
                .put("id", media.id());
    }

    private void download(Context context) {
        String until = Optional.ofNullable(context.queryParam("ext")).orElse("");
        String id = Optional.ofNullable(context.queryParam("mid")).orElse("");
        Optional<MediaShelf.Opened> opened = shelf.find(id);
        if (!hasToken(context)) {
            context.status(401);
        } else if (opened.isEmpty() || !until.matches("[0-9]{1,12}") || !shelf.stillGood(Long.parseLong(until))) {
            context.status(404);
        } else {
            context.contentType(opened.get().media().mimeType())
                    .result(opened.get().bytes());
        }
    }

    private static boolean hasToken(Context context) {
        String header = context.header("Authorization");
        return header != null && header.startsWith(BEARER) && header.length() > BEARER.length();
    }

    private void refuse(Context context, GraphError error) {
        byte[] trace = new byte[TRACE_BYTES];
        random.nextBytes(trace);
        answer(context, error.status(), error.body(HexFormat.of().formatHex(trace)));
    }

    private static void answer(Context context, int status, ObjectNode body) {
        context.status(status).contentType("application/json; charset=UTF-8").result(body.toString());
    }
}
