package in.suchna.desk.tip;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was told and done about a tip, the last of it, oldest first. */
final class TimelineList {
    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST_WORDS = 1_500;

    private TimelineList() {}

    static Markup of(List<Told> told, Phrases phrases) {
        int hidden = Math.max(0, told.size() - MOST_ENTRIES);
        Element list = Element.of("ol", "timeline", new Markup[0]);
        told.stream().skip(hidden).forEach(one -> list.add(entry(one, phrases)));
        Element card = Element.of("section", "card").add(Element.of("h3", "title", phrases.of("tip.timeline")));
        if (hidden > 0) {
            card.add(Element.of("p", "hint", phrases.of("timeline.hidden", hidden)));
        }
        return card.add(told.isEmpty() ? Element.of("p", "empty", phrases.of("timeline.empty")) : list);
    }

    private static Markup entry(Told one, Phrases phrases) {
        String what = one.entry().what();
        String name = phrases.optional("timeline." + what).orElse(what);
        String kind = one.type().isEmpty() || one.type().equals("text")
                ? name
                : name + " · " + phrases.optional("media." + one.type()).orElse(one.type());
        Element entry = Element.of("li", "entry", new Markup[0])
                .add(Element.of("div", "entry-head")
                        .add(Element.of("strong", "what", kind))
                        .add(Element.of(
                                "time", "when", phrases.moment(one.entry().at()))));
        String words = wordsOf(one, phrases);
        if (!words.isBlank()) {
            entry.add(Element.of("div", "words", cut(words)).with("dir", "auto"));
        }
        one.part("request")
                .ifPresent(id -> entry.add(Element.of("div", "request", phrases.of("timeline.request", id))));
        return entry;
    }

    private static String wordsOf(Told one, Phrases phrases) {
        List<String> words = new ArrayList<>();
        words.add(one.words());
        for (String part : List.of("officer", "to", "words", "why", "reference")) {
            one.part(part).ifPresent(words::add);
        }
        one.part("disposition")
                .flatMap(code -> phrases.optional("disposition." + code))
                .ifPresent(words::add);
        named(Category.values(), one.part("category")).map(phrases::of).ifPresent(words::add);
        named(Priority.values(), one.part("priority")).map(phrases::of).ifPresent(words::add);
        return String.join(" · ", words.stream().filter(w -> !w.isBlank()).toList());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] codes, Optional<String> name) {
        return name.flatMap(text ->
                Arrays.stream(codes).filter(code -> code.name().equals(text)).findFirst());
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS)) + "…";
    }
}
