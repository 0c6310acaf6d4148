package in.suchna.widget.call;

import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;

/** One kind of widget. */
@FunctionalInterface
public interface View {
    /** What it shows for a call. */
    Markup show(Call call, Phrases phrases);
}
