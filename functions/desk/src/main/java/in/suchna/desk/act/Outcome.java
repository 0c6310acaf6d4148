package in.suchna.desk.act;

import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.util.List;

/**
 * What came of a deed.
 *
 * @param done whether it was done
 * @param phrase the phrase that says so, or says why not
 * @param values the phrase's values
 */
public record Outcome(boolean done, String phrase, List<String> values) {
    public Outcome {
        values = List.copyOf(values);
    }

    /** What came of it, in words. */
    public Markup markup(Phrases phrases) {
        return Element.of("p", done ? "done" : "warning", phrases.of(phrase, values.toArray()))
                .with("role", "status");
    }

    static Outcome done(String deed, String... values) {
        return new Outcome(true, "done." + deed, List.of(values));
    }

    static Outcome refused(String why, String... values) {
        return new Outcome(false, "refused." + why, List.of(values));
    }
}
