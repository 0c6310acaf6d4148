package in.suchna.widget.call;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.widget.words.Tongue;
import java.time.Instant;
import java.util.Optional;

/**
 * What the console asks of a widget. Whatever is missing or of another shape than AWS documents counts as absent, so that
 * a widget is shown in any case.
 *
 * @param event the event: what an action or the dashboard passes, and {@code widgetContext}
 * @param endpoint the ARN by which this function was called, alias included, for the actions that call it again
 * @param request the request's id, by which CloudTrail names who clicked
 * @param now when it was asked
 */
public record Call(JsonNode event, String endpoint, String request, Instant now) {
    private static final int USUAL_WIDTH = 900;
    private static final int LONGEST_VALUE = 4_000;

    /** Whether the console wants to know which parameters there are, which it asks while a widget is being made. */
    public boolean isDescribe() {
        return event.path("describe").asBoolean(false);
    }

    private JsonNode context() {
        return event.path("widgetContext");
    }

    /** A parameter of the action or of the widget, in that order; blank counts as absent. */
    public Optional<String> param(String name) {
        return text(event.path(name)).or(() -> text(context().path("params").path(name)));
    }

    /** What stands in a field of the widget's forms. */
    public Optional<String> field(String name) {
        return text(context().path("forms").path("all").path(name));
    }

    /** A choice the forms or the parameters make: the forms' when the action says {@code use: form}. */
    public Optional<String> choice(String name) {
        return param("use").filter("form"::equals).isPresent() ? field(name) : param(name);
    }

    /** The language: the one chosen, else the console's, else English. */
    public Tongue tongue() {
        return param("language")
                .flatMap(Tongue::of)
                .or(() -> text(context().path("locale")).flatMap(Tongue::of))
                .orElse(Tongue.ENGLISH);
    }

    /** Whether the console is dark. */
    public boolean isDark() {
        return context().path("theme").asText().equals("dark");
    }

    /** The widget's width in pixels. */
    public int width() {
        return context().path("width").asInt(USUAL_WIDTH);
    }

    /** The beginning of the dashboard's time range. */
    public Optional<Instant> rangeStart() {
        return moment("start");
    }

    /** The end of the dashboard's time range. */
    public Optional<Instant> rangeEnd() {
        return moment("end");
    }

    private Optional<Instant> moment(String end) {
        JsonNode range = context().path("timeRange");
        JsonNode zoomed = range.path("zoom").path(end);
        JsonNode millis = zoomed.canConvertToLong() ? zoomed : range.path(end);
        return millis.canConvertToLong() ? Optional.of(Instant.ofEpochMilli(millis.asLong())) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isValueNode)
                .filter(n -> !n.isNull())
                .map(JsonNode::asText)
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .map(t -> t.length() > LONGEST_VALUE ? t.substring(0, LONGEST_VALUE) : t);
    }
}
