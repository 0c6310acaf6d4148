package in.suchna.widget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.journal.Journal;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import in.suchna.widget.words.Tongue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A function's widgets. Whatever the console asks, it is answered with a widget, if only one that says what is the matter. */
public final class Widgets {

    /** The most bytes of an answer. */
    public static final int LARGEST_ANSWER = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, View> views;
    private final Map<Tongue, Phrases> phrases = new EnumMap<>(Tongue.class);
    private final Frame frame = new Frame();
    private final Clock clock;
    private final Journal journal;

    /**
     * @param views the widgets by their name, which an event gives as its parameter "view"
     * @param function the class beside which the function's phrases stand
     * @param zone in which moments are told
     */
    public Widgets(Map<String, View> views, Class<?> function, ZoneId zone, Clock clock, Journal journal) {
        this.views = Map.copyOf(views);
        for (Tongue tongue : Tongue.values()) {
            phrases.put(tongue, Phrases.of(tongue, zone, function));
        }
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Answers an event.
     *
     * @param endpoint the ARN by which the function was called
     * @param request the request's id
     */
    public void answer(InputStream input, OutputStream output, String endpoint, String request) throws IOException {
        Call call = new Call(event(input), endpoint, request, clock.instant());
        JSON.writeValue(output, call.isDescribe() ? phrases(Tongue.ENGLISH).of("describe") : html(call));
    }

    private static JsonNode event(InputStream input) throws IOException {
        try {
            JsonNode event = JSON.readTree(input);
            return event == null ? JSON.missingNode() : event;
        } catch (JsonProcessingException _) {
            // answered as an event that asks for no widget
            return JSON.missingNode();
        }
    }

    private Phrases phrases(Tongue tongue) {
        return Objects.requireNonNull(phrases.get(tongue));
    }

    /** The widget a call asks for. */
    public String html(Call call) {
        Phrases words = phrases(call.tongue());
        String view = call.param("view").orElse("");
        String html =
                frame.around(call, words, view, content(call, words, view)).html();
        return html.getBytes(StandardCharsets.UTF_8).length <= LARGEST_ANSWER
                ? html
                : frame.around(call, words, view, trouble(words.of("trouble.large")))
                        .html();
    }

    private Markup content(Call call, Phrases words, String view) {
        Optional<View> known = Optional.ofNullable(views.get(view));
        if (known.isEmpty()) {
            journal.note("unknown-widget", Map.of("request", call.request()));
            return trouble(words.of(
                    "trouble.unknown",
                    String.join(", ", views.keySet().stream().sorted().toList())));
        }
        try {
            return known.get().show(call, words);
        } catch (RuntimeException e) {
            journal.trouble("widget-failed", e, Map.of("view", view, "request", call.request()));
            return trouble(words.of("trouble.failed", call.request()));
        }
    }

    private static Markup trouble(String what) {
        return Element.of("p", "warning", what).with("role", "alert");
    }
}
