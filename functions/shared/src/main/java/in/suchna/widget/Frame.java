package in.suchna.widget;

import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.html.Stylesheet;
import in.suchna.widget.words.Phrases;
import in.suchna.widget.words.Tongue;
import java.util.List;
import java.util.Optional;

/** What stands around every widget: the style, the theme, the width, and the button for the other language. */
public final class Frame {
    private static final int NARROW = 700;
    private static final List<String> CARRIED =
            List.of("reference", "thana", "category", "status", "assignee", "from", "place", "month", "unit");

    private final Stylesheet style = Stylesheet.ofResources();

    /** A widget's content within its frame. */
    public Markup around(Call call, Phrases phrases, String view, Markup content) {
        String classes = "suchna cwdb-no-default-styles " + (call.isDark() ? "dark" : "light")
                + (call.width() < NARROW ? " narrow" : " wide");
        return Element.of("div", classes)
                .with("lang", phrases.tongue().tag())
                .add(style)
                .add(Element.of("div", "language", otherLanguage(call, phrases, view)))
                .add(content);
    }

    private static Markup otherLanguage(Call call, Phrases phrases, String view) {
        Tongue other = phrases.tongue() == Tongue.HINDI ? Tongue.ENGLISH : Tongue.HINDI;
        Action again = Action.again(call, view).with("language", other.tag());
        for (String name : CARRIED) {
            Optional<String> value = call.choice(name);
            again = again.with(name, value);
        }
        return again.on(
                Element.of("a", "other-language", phrases.of("language.other")).with("lang", other.tag()));
    }
}
