package in.suchna.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.local.http.LocalServer;
import in.suchna.local.view.Tables;
import in.suchna.local.whatsapp.BusinessNumber;
import in.suchna.local.whatsapp.WhatsApp;
import in.suchna.localaws.sms.LocalSns;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The page with a police of a few lines behind it, to see the page alone. */
final class StubTown implements Tables, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "100000000000001";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalSns sns = new LocalSns(Clock.systemUTC(), Optional.empty());
    private final List<JsonNode> rows = new CopyOnWriteArrayList<>();
    private final WhatsApp whatsapp;
    private final Page page;
    private final Javalin server;

    StubTown(int port) {
        WhatsApp.Account account = new WhatsApp.Account(
                BusinessNumber.invented(NUMBER), "stub-secret", Set.of("tip_update"), () -> URI.create(url()));
        this.whatsapp = new WhatsApp(account, Clock.systemUTC(), new Random(7), http);
        this.page = new Page(whatsapp, sns, this);
        this.server = LocalServer.of(config -> {
            whatsapp.register(config.routes);
            page.register(config.routes);
            config.routes.post("/whatsapp", this::hear);
        });
        server.start(port);
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    @Override
    public List<String> names() {
        return List.of("Alerts", "Outbox", "Tips");
    }

    @Override
    public List<JsonNode> newest(String name, int limit) {
        return name.equals("Tips") ? rows.reversed() : List.of();
    }

    private void hear(Context context) throws IOException {
        JsonNode value = JSON.readTree(context.bodyAsBytes()).at("/entry/0/changes/0/value");
        Thread.ofVirtual().start(() -> value.path("messages").forEach(this::answer));
        context.status(200);
    }

    private void answer(JsonNode message) {
        String text = message.at("/text/body").asText("");
        send(JSON.createObjectNode()
                .put("status", "read")
                .put("message_id", message.path("id").asText())
                .set("typing_indicator", JSON.createObjectNode().put("type", "text")));
        ObjectNode reply = JSON.createObjectNode().put("recipient_type", "individual");
        if (message.has("from")) {
            reply.put("to", "+" + message.path("from").asText());
        } else {
            reply.put("recipient", message.path("from_user_id").asText());
        }
        if (text.contains("नमस्ते")) {
            send(reply.put("type", "interactive").set("interactive", choices()));
            return;
        }
        boolean urgent = text.contains("चाकू");
        note(text, urgent);
        if (urgent) {
            sns.publish(sms -> sms.phoneNumber("+915555000101")
                    .message("SUCHNA CRITICAL tip 7K3QM9T, thana City Kotwali. Reply on WhatsApp: ACK 7K3QM9T."));
        }
        send(reply.put("type", "text")
                .set(
                        "text",
                        JSON.createObjectNode()
                                .put("body", "✅ धमतरी पुलिस को सूचना मिल गई। नंबर: *7K3QM9T*\n🔒 आपका नंबर छिपा है।")));
    }

    private void note(String text, boolean urgent) {
        rows.add(JSON.createObjectNode()
                .put("reference", "7K3QM9T")
                .put("text", text)
                .put("priority", urgent ? "CRITICAL" : "NORMAL")
                .put("citizen", "p0Jq3XvYl5mB7cD8eF9gH0iJ1kL2mN3oP4qR5sT6uVw")
                .put("createdAt", Clock.systemUTC().millis()));
        page.tableChanged("Tips");
    }

    private static ObjectNode choices() {
        ObjectNode list = JSON.createObjectNode().put("type", "button");
        list.putObject("body").put("text", "🙏 नमस्ते, क्या अभी किसी की जान को खतरा है?");
        var buttons = list.putObject("action").putArray("buttons");
        for (String title : List.of("हाँ, अभी", "नहीं")) {
            buttons.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", title)
                    .put("title", title);
        }
        return list;
    }

    private void send(ObjectNode message) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/graph/v26.0/" + NUMBER + "/messages"))
                .header("Authorization", "Bearer stub-token")
                .POST(HttpRequest.BodyPublishers.ofString(
                        message.put("messaging_product", "whatsapp").toString()))
                .build();
        http.sendAsync(request, BodyHandlers.discarding()).join();
    }

    @Override
    public void close() {
        server.stop();
        http.close();
    }
}
