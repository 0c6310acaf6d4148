package in.suchna.desk.tip;

import in.suchna.tip.Exhibit;
import in.suchna.tip.TimelineEntry;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.util.List;

/** The files a citizen sent: the clean copy of each, by a link that soon ends; and what there is none of, and why. */
final class MediaList {
    private static final int MOST = 50;
    private static final int MOST_SHOWN = 6;
    private static final long KILO = 1_024;

    private MediaList() {}

    static Markup of(List<Told> told, Copies copies, Phrases phrases) {
        List<Told> kept = told.stream()
                .filter(one -> one.entry().exhibit().isPresent())
                .limit(MOST)
                .toList();
        List<Told> lost = told.stream()
                .filter(one -> one.entry().what().equals(TimelineEntry.EVIDENCE_LOST))
                .limit(MOST)
                .toList();
        // what tells of a file kept or lost has its kind too
        long sent = told.stream()
                .filter(one -> one.isMedia() && one.entry().exhibit().isEmpty() && !lost.contains(one))
                .count();
        if (sent == 0 && kept.isEmpty() && lost.isEmpty()) {
            return Markup.nothing();
        }
        Element list = Element.of("ul", "media", new Markup[0]);
        for (int i = 0; i < kept.size(); i++) {
            boolean newest = i >= kept.size() - MOST_SHOWN;
            list.add(file(kept.get(i), kept.get(i).entry().exhibit().orElseThrow(), newest, copies, phrases));
        }
        lost.forEach(one -> list.add(Element.of("li", "file", new Markup[0])
                .add(Element.of("strong", "gap", "✖ " + phrases.of("media.lost")))
                .add(when(one, phrases))));
        long waiting = sent - kept.size() - lost.size();
        if (waiting > 0) {
            list.add(Element.of("li", "file hint", phrases.of("media.waiting", waiting)));
        }
        return Element.of("section", "card", Element.of("h3", "title", phrases.of("tip.media")), list)
                .add(Element.of("p", "hint", phrases.of("media.note", Copies.OPENS_FOR.toMinutes())));
    }

    private static Markup file(Told one, Exhibit exhibit, boolean shown, Copies copies, Phrases phrases) {
        String kind = exhibit.mime().split("/", 2)[0];
        Element file = Element.of("li", "file", new Markup[0])
                .add(Element.of(
                        "strong", "kind", phrases.optional("media." + kind).orElse(phrases.of("media.document"))))
                .say(" " + exhibit.mime() + ", " + Math.ceilDiv(exhibit.bytes(), KILO) + " kB ")
                .add(when(one, phrases));
        if (exhibit.viewing().isEmpty()) {
            return file.add(Element.of("div", "hint", phrases.of("media.no-copy")));
        }
        String link = copies.linkTo(exhibit.viewing().get());
        if (shown && kind.equals("image")) {
            file.add(Element.of("img", "picture", new Markup[0])
                    .with("src", link)
                    .with("alt", phrases.of("media.image"))
                    .with("loading", "lazy"));
        }
        return file.add(Element.of("a", "copy", phrases.of("media.open"))
                .with("href", link)
                .with("target", "_blank")
                .with("rel", "noopener noreferrer"));
    }

    private static Markup when(Told one, Phrases phrases) {
        return Element.of("time", "when", phrases.moment(one.entry().at()));
    }
}
