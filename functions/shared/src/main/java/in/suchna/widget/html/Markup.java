package in.suchna.widget.html;

/** A piece of HTML. There is no way to make one of a ready-made string, so nobody's words can become markup. */
public sealed interface Markup permits Element, Words, Several, Stylesheet {

    /** Writes it as HTML. */
    void write(StringBuilder html);

    /** Words, escaped. */
    static Markup words(String text) {
        return new Words(text);
    }

    /** Several pieces, one after another. */
    static Markup several(Iterable<? extends Markup> pieces) {
        return new Several(pieces);
    }

    /** Nothing. */
    static Markup nothing() {
        return new Words("");
    }

    /** As a string. */
    default String html() {
        StringBuilder html = new StringBuilder();
        write(html);
        return html.toString();
    }
}
