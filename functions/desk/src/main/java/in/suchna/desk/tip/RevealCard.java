package in.suchna.desk.tip;

import in.suchna.disclosure.Disclosure;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who wanted to learn who sent the tip, and what became of it; told by the timeline, so never with the number. */
final class RevealCard {
    private static final String STEP = "reveal-";

    private RevealCard() {}

    static Markup of(List<Told> told, Instant now, Phrases phrases) {
        Map<String, Told> asked = new LinkedHashMap<>();
        Map<String, Told> newest = new LinkedHashMap<>();
        told.stream()
                .filter(one -> one.entry().what().startsWith(STEP))
                .forEach(one -> one.part("reveal").ifPresent(id -> {
                    asked.putIfAbsent(id, one);
                    newest.put(id, one);
                }));
        if (asked.isEmpty()) {
            return Markup.nothing();
        }
        Element list = Element.of("ul", "linked", new Markup[0]);
        newest.forEach((id, step) -> {
            Told first = asked.getOrDefault(id, step);
            list.add(Element.of("li", "reveal", new Markup[0])
                    .add(Element.of("strong", "stage", phrases.of("reveal." + stageOf(step, now))))
                    .add(Element.of("div", "words", first.part("to").orElse("")).with("dir", "auto"))
                    .add(Element.of("div", "words", first.part("why").orElse(""))
                            .with("dir", "auto"))
                    .add(Element.of(
                            "div",
                            "hint",
                            phrases.of(
                                    "reveal.when",
                                    id,
                                    phrases.moment(first.entry().at())))));
        });
        return Element.of("section", "card", Element.of("h3", "title", phrases.of("reveal.title")), list);
    }

    private static String stageOf(Told step, Instant now) {
        Instant at = step.entry().at();
        return switch (step.entry().what()) {
            case STEP + "shown" -> "used";
            case STEP + "refused" -> "refused";
            case STEP + "approved" -> at.plus(Disclosure.SHOWN_WITHIN).isAfter(now) ? "approved" : "expired";
            default -> at.plus(Disclosure.DECIDED_WITHIN).isAfter(now) ? "open" : "expired";
        };
    }
}
