package in.suchna.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.local.view.Tables;
import in.suchna.local.whatsapp.WhatsApp;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.sms.LocalSns;
import in.suchna.localaws.sms.Sms;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The page at {@code /}: a citizen's phone, the officers' SMS and the tables, live by server-sent events. */
public final class Page {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS = 60;
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "page.css", "text/css; charset=UTF-8",
            "chat.css", "text/css; charset=UTF-8",
            "page.js", "text/javascript; charset=UTF-8",
            "chat.js", "text/javascript; charset=UTF-8",
            "bubble.js", "text/javascript; charset=UTF-8",
            "sheets.js", "text/javascript; charset=UTF-8",
            "sms.js", "text/javascript; charset=UTF-8",
            "tables.js", "text/javascript; charset=UTF-8",
            "places.json", "application/json; charset=UTF-8",
            "icon.svg", "image/svg+xml");

    private final LocalSns sns;
    private final Tables tables;
    private final LiveFeed feed = new LiveFeed();
    private final TableWatch watch = new TableWatch(feed);
    private final PhoneRoutes phones;

    public Page(WhatsApp whatsapp, LocalSns sns, Tables tables) {
        this.sns = sns;
        this.tables = tables;
        this.phones = new PhoneRoutes(whatsapp, feed);
        sns.onSms(sms -> feed.tell("sms", json(sms).toString()));
    }

    /** The page of a stack; it hears of every write a function makes. */
    public static Page of(WhatsApp whatsapp, LocalAws aws, Tables tables) {
        Page page = new Page(whatsapp, aws.sns(), tables);
        TableNames names = new TableNames(aws.template().tables());
        aws.calls().onSuccess(call -> names.writtenBy(call).forEach(page::tableChanged));
        return page;
    }

    /** Adds the page's routes: {@code /} and all under {@code /page}. */
    public void register(RoutesConfig routes) {
        routes.get("/", context -> file(context, "page.html", "text/html; charset=UTF-8"));
        FILES.forEach((name, type) -> routes.get("/page/" + name, context -> file(context, name, type)));
        routes.get("/page/live", feed::serve);
        routes.get("/page/sms", context -> answer(context, inbox()));
        routes.get("/page/tables", context -> answer(context, JSON.valueToTree(tables.names())));
        routes.get("/page/tables/{table}", context -> answer(context, rows(context.pathParam("table"))));
        phones.register(routes);
    }

    /** Tells the open pages that a table changed; the name is template.yaml's, such as {@code Tips}. */
    public void tableChanged(String table) {
        watch.changed(table);
    }

    private static void file(Context context, String name, String type) {
        try (InputStream file = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            context.header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "no-cache")
                    .contentType(type)
                    .result(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " can't be read", e);
        }
    }

    private ArrayNode inbox() {
        ArrayNode inbox = JSON.createArrayNode();
        sns.inbox().forEach(sms -> inbox.add(json(sms)));
        return inbox;
    }

    private static ObjectNode json(Sms sms) {
        return JSON.createObjectNode()
                .put("id", sms.messageId())
                .put("phone", sms.phone())
                .put("text", sms.text())
                .put("at", sms.at().toEpochMilli())
                .put("sender", sms.attributes().getOrDefault("AWS.SNS.SMS.SenderID", "SMS"));
    }

    private ArrayNode rows(String table) {
        if (!tables.names().contains(table)) {
            throw new NotFoundResponse("template.yaml has no such table");
        }
        ArrayNode rows = JSON.createArrayNode();
        tables.newest(table, MOST_ROWS).forEach(rows::add);
        return rows;
    }

    private static void answer(Context context, JsonNode node) {
        context.contentType("application/json; charset=UTF-8")
                .header("Cache-Control", "no-store")
                .result(node.toString());
    }
}
