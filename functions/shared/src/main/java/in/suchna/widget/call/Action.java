package in.suchna.widget.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What happens when the element before it is clicked: the console calls a function and shows its answer.
 *
 * @param endpoint the function's ARN
 * @param params what the function is called with, beside the widget's context
 * @param confirmation a question to be agreed to first
 * @param popup whether the answer is shown above the widget instead of in its place
 */
public record Action(String endpoint, Map<String, String> params, Optional<String> confirmation, boolean popup) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Action {
        params = new LinkedHashMap<>(params);
    }

    /** Calls the function of a call again. */
    public static Action again(Call call, String view) {
        return new Action(call.endpoint(), Map.of("view", view), Optional.empty(), false)
                .with("language", call.tongue().tag());
    }

    /** With one more parameter. */
    public Action with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(params);
        more.put(name, value);
        return new Action(endpoint, more, confirmation, popup);
    }

    /** With one more parameter, if it is there. */
    public Action with(String name, Optional<String> value) {
        return value.map(v -> with(name, v)).orElse(this);
    }

    /** Asks first. */
    public Action asking(String question) {
        return new Action(endpoint, params, Optional.of(question), popup);
    }

    /** Shows the answer above the widget. */
    public Action inPopup() {
        return new Action(endpoint, params, confirmation, true);
    }

    /** The element that is clicked and the action behind it. */
    public Markup on(Element clicked) {
        Element action = Element.of("cwdb-action")
                .with("action", "call")
                .with("display", popup ? "popup" : "widget")
                .with("endpoint", endpoint);
        confirmation.ifPresent(question -> action.with("confirmation", question));
        return Markup.several(java.util.List.of(clicked, action.say(json())));
    }

    /** A button with the action behind it. */
    public Markup button(String words) {
        return on(Element.of("a", "btn", words));
    }

    /** The main button of a form. */
    public Markup mainButton(String words) {
        return on(Element.of("a", "btn btn-primary", words));
    }

    // without the characters that HTML reads, so that it is the same JSON whichever way the console takes it out
    private String json() {
        ObjectNode node = JSON.createObjectNode();
        params.forEach(node::put);
        return node.toString().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
