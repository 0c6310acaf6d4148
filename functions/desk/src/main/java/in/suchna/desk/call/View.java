package in.suchna.desk.call;

import in.suchna.desk.html.Markup;
import in.suchna.desk.words.Phrases;

/** One kind of widget. */
@FunctionalInterface
public interface View {
    /** What it shows for a call. */
    Markup show(Call call, Phrases phrases);
}
