package in.suchna.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.local.function.FunctionFailed;
import in.suchna.local.function.LocalFunction;
import in.suchna.localaws.template.Account;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The page at {@code /desk}: it does what the console does with a dashboard of custom widgets. It reads the dashboard's
 * body, calls each widget's function with the console's event, cleans the HTML of scripts, and honours {@code cwdb-action}.
 */
public final class DeskPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    // a script in a widget could not run, though the page's own cleaning let it through
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "desk.css", "text/css; charset=UTF-8",
            "desk.js", "text/javascript; charset=UTF-8",
            "clean.js", "text/javascript; charset=UTF-8");
    private static final String ALIAS = ":live";

    private final List<String> dashboards;
    private final List<LocalFunction> functions;
    private final CopyRoute copies;
    private final Journal journal;

    /**
     * @param dashboards the bodies of the template's dashboards
     * @param copies shows what links to S3 open
     */
    public DeskPage(List<String> dashboards, List<LocalFunction> functions, CopyRoute copies, Journal journal) {
        this.copies = copies;
        this.dashboards = List.copyOf(dashboards);
        this.functions = List.copyOf(functions);
        this.journal = journal;
    }

    /** Adds the page's routes: all under {@code /desk}. */
    public void register(RoutesConfig routes) {
        routes.get("/desk", context -> file(context, "desk.html", "text/html; charset=UTF-8"));
        FILES.forEach((name, type) -> routes.get("/desk/" + name, context -> file(context, name, type)));
        routes.get("/desk/widgets", context -> answer(context, widgets().toString()));
        routes.post("/desk/call", this::call);
        routes.get("/desk/copy", copies::show);
    }

    private static void file(Context context, String name, String type) {
        try (InputStream file = Objects.requireNonNull(DeskPage.class.getResourceAsStream(name), name)) {
            context.header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "no-cache")
                    .contentType(type)
                    .result(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " can't be read", e);
        }
    }

    private ArrayNode widgets() throws IOException {
        ArrayNode widgets = JSON.createArrayNode();
        for (String body : dashboards) {
            JSON.readTree(body).path("widgets").forEach(widgets::add);
        }
        return widgets;
    }

    private void call(Context context) throws IOException, InterruptedException {
        JsonNode asked = JSON.readTree(context.bodyInputStream());
        if (asked == null || !asked.path("event").isObject()) {
            throw new BadRequestResponse("The body must be {\"endpoint\": ARN, \"event\": {}}");
        }
        LocalFunction function = function(asked.path("endpoint").asText());
        ObjectNode result = JSON.createObjectNode();
        try {
            result.set("answer", JSON.readTree(function.call(JSON.writeValueAsBytes(asked.path("event")))));
        } catch (FunctionFailed e) {
            journal.trouble(
                    "call-failed", e, Map.of("function", function.declared().logicalId()));
            result.put("failed", "The function failed; its journal says why.");
        }
        answer(context, result.toString());
    }

    private LocalFunction function(String endpoint) {
        return functions.stream()
                .filter(f -> endpoint.equals(
                        Account.arn("lambda", "function:" + f.declared().name()) + ALIAS))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("template.yaml has no function with this ARN"));
    }

    private static void answer(Context context, String json) {
        context.contentType("application/json; charset=UTF-8")
                .header("Cache-Control", "no-store")
                .result(json);
    }
}
