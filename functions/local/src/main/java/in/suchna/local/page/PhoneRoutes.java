package in.suchna.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.local.whatsapp.Bubble;
import in.suchna.local.whatsapp.Person;
import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.PhoneListener;
import in.suchna.local.whatsapp.Said;
import in.suchna.local.whatsapp.StoredMedia;
import in.suchna.local.whatsapp.WhatsApp;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The page's way to the citizens' and officers' phones. */
final class PhoneRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_FILE = 16 * 1024 * 1024;

    private final WhatsApp whatsapp;

    PhoneRoutes(WhatsApp whatsapp, LiveFeed feed) {
        this.whatsapp = whatsapp;
        whatsapp.phones().onChange(new PhoneListener() {
            @Override
            public void bubble(Person person, Bubble bubble) {
                feed.tell("bubble", about(person).set("bubble", bubble.json()).toString());
            }

            @Override
            public void typing(Person person) {
                feed.tell("typing", about(person).toString());
            }
        });
    }

    void register(RoutesConfig routes) {
        routes.get("/page/people", context -> answer(context, people()));
        routes.get("/page/people/{person}/chat", context -> answer(context, chat(phone(context))));
        routes.post("/page/people/{person}/say", this::say);
        routes.post("/page/people/{person}/file", this::file);
        routes.post("/page/people/{person}/voice", this::voice);
        routes.post("/page/people/{person}/opened", context -> {
            whatsapp.opened(phone(context));
            context.status(204);
        });
        routes.get("/page/media/{media}", this::media);
    }

    private static ObjectNode about(Person person) {
        return JSON.createObjectNode().put("person", person.key());
    }

    private ArrayNode people() {
        ArrayNode people = JSON.createArrayNode();
        for (Phone phone : whatsapp.phones().all()) {
            Person person = phone.person();
            ObjectNode node = people.addObject().put("key", person.key()).put("name", person.name());
            person.phone().ifPresent(digits -> node.put("phone", digits));
            person.username().ifPresent(username -> node.put("username", username));
            node.put("userId", person.userId().isPresent());
            node.put("officer", whatsapp.phones().isOfficers(phone));
        }
        return people;
    }

    private static ArrayNode chat(Phone phone) {
        ArrayNode chat = JSON.createArrayNode();
        phone.chat().forEach(bubble -> chat.add(bubble.json()));
        return chat;
    }

    private Phone phone(Context context) {
        return whatsapp.phones()
                .find(context.pathParam("person"))
                .orElseThrow(() -> new NotFoundResponse("Nobody here has this phone"));
    }

    private void say(Context context) {
        Phone phone = phone(context);
        String id = whatsapp.say(phone, SaidReader.read(object(context)));
        answer(context, JSON.createObjectNode().put("id", id));
    }

    private static JsonNode object(Context context) {
        try {
            JsonNode node = JSON.readTree(context.bodyInputStream());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException _) {
            // told below: what is no JSON at all is no object either
        }
        throw new BadRequestResponse("The body must be a JSON object");
    }

    private void file(Context context) throws IOException {
        Phone phone = phone(context);
        byte[] bytes = context.bodyInputStream().readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new ContentTooLargeResponse();
        }
        String mimeType = Optional.ofNullable(context.contentType()).orElse("application/octet-stream");
        StoredMedia media = whatsapp.upload(bytes, mimeType, header(context, "X-File-Name"));
        String type = header(context, "X-Message-Type").orElseGet(() -> typeOf(mimeType));
        String id = whatsapp.say(phone, new Said.File(type, media, header(context, "X-Caption")));
        answer(context, JSON.createObjectNode().put("id", id));
    }

    private static String typeOf(String mimeType) {
        String kind = mimeType.toLowerCase(Locale.ROOT);
        return kind.startsWith("image/") ? "image" : kind.startsWith("video/") ? "video" : "document";
    }

    private static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .filter(value -> !value.isBlank());
    }

    private void voice(Context context) {
        StoredMedia media = whatsapp.upload(VoiceNote.silent(), VoiceNote.MIME_TYPE, Optional.empty());
        String id = whatsapp.say(phone(context), new Said.Voice(media));
        answer(context, JSON.createObjectNode().put("id", id));
    }

    private void media(Context context) {
        StoredMedia media = whatsapp.media(context.pathParam("media"))
                .orElseThrow(() -> new NotFoundResponse("There is no such file any more"));
        byte[] bytes = whatsapp.file(media).orElseThrow(() -> new NotFoundResponse("There is no such file any more"));
        // an uploaded HTML file must not run as a part of this site
        context.header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(media.mimeType())
                .result(bytes);
    }

    private static void answer(Context context, JsonNode node) {
        context.contentType("application/json; charset=UTF-8").result(node.toString());
    }
}
