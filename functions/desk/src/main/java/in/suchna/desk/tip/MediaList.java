package in.suchna.desk.tip;

import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.util.List;

/** The files a citizen sent. */
final class MediaList {
    private static final int MOST = 50;

    private MediaList() {}

    static Markup of(List<Told> told, Phrases phrases) {
        List<Told> files = told.stream().filter(Told::isMedia).limit(MOST).toList();
        if (files.isEmpty()) {
            return Markup.nothing();
        }
        Element list = Element.of("ul", "media", new Markup[0]);
        for (Told file : files) {
            String kind = phrases.optional("media." + file.type()).orElse(file.type());
            list.add(Element.of("li", "file", new Markup[0])
                    .add(Element.of("strong", "kind", kind))
                    .say(" " + file.mimeType() + " ")
                    .add(Element.of("time", "when", phrases.moment(file.entry().at()))));
        }
        return Element.of("section", "card", Element.of("h3", "title", phrases.of("tip.media")), list);
    }
}
