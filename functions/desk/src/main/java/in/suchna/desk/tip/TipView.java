package in.suchna.desk.tip;

import in.suchna.desk.act.Acts;
import in.suchna.desk.act.Deeds;
import in.suchna.desk.act.Outcome;
import in.suchna.store.Climbs;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.Disposition;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import in.suchna.widget.AtOnce;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Choice;
import in.suchna.widget.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One tip: its words, what was judged and why, where it is, and its timeline. */
public final class TipView implements View {

    /** The widget's name in its parameters. */
    public static final String NAME = "tip";

    /** The parameter, and the field, that names the tip. */
    public static final String REFERENCE = "reference";

    // as the intake writes a location into the words of a tip
    private static final Pattern LOCATION = Pattern.compile("📍 (-?\\d{1,3}\\.\\d+), (-?\\d{1,3}\\.\\d+)");

    private final Tips tips;
    private final Timeline timeline;
    private final Climbs climbs;
    private final Acts acts;
    private final Deeds deeds;
    private final Copies copies;
    private final DistrictMap map = DistrictMap.ofResources();

    public TipView(Tips tips, Timeline timeline, Climbs climbs, Acts acts, Deeds deeds, Copies copies) {
        this.tips = tips;
        this.timeline = timeline;
        this.climbs = climbs;
        this.acts = acts;
        this.deeds = deeds;
        this.copies = copies;
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        Optional<String> asked = call.choice(REFERENCE);
        Optional<Reference> reference = asked.flatMap(Reference::read);
        Optional<Tip> tip = reference.flatMap(tips::find);
        if (tip.isPresent()) {
            Optional<Outcome> outcome = acts.act(call, tip.get());
            Tip now = outcome.isPresent() ? tips.find(tip.get().reference()).orElse(tip.get()) : tip.get();
            return of(now, outcome, call, phrases);
        }
        Element search = search(call, phrases);
        asked.ifPresent(written -> search.add(Element.of(
                "p", "warning", phrases.of(reference.isPresent() ? "tip.unknown" : "tip.no-reference", written))));
        return search;
    }

    private static Element search(Call call, Phrases phrases) {
        return Element.of("form", "filters", new Markup[0])
                .add(Choice.word(REFERENCE, phrases.of("column.reference"), Optional.empty()))
                .add(Element.of(
                        "div",
                        "buttons",
                        Action.again(call, NAME).with("use", "form").mainButton(phrases.of("tip.open"))));
    }

    private Markup of(Tip tip, Optional<Outcome> outcome, Call call, Phrases phrases) {
        Supplier<LadderCard> climbed = AtOnce.begin(() -> LadderCard.of(climbs.of(tip.reference())));
        Supplier<Deeds.Means> means = AtOnce.begin(() -> deeds.means(tip));
        List<Told> told = timeline.of(tip.reference()).stream().map(Told::of).toList();
        LadderCard ladder = climbed.get();
        Element left = Element.of("div", "main", new Markup[0])
                .add(words(tip, phrases))
                .add(deeds.of(tip, means.get(), shown(call, tip), ladder.waits(), phrases))
                .add(Reasons.of(tip, phrases))
                .add(TimelineList.of(told, phrases));
        Element right = Element.of("div", "side", new Markup[0])
                .add(facts(tip, call, phrases))
                .add(ladder.markup(phrases))
                .add(map.with(spot(tip, told), tip.judgement().thana(), phrases))
                .add(MediaList.of(told, copies, phrases))
                .add(RevealCard.of(told, call.now(), phrases))
                .add(duplicates(tip, told, call, phrases));
        return Element.of(
                "div",
                "tip",
                head(tip, call, phrases),
                said(outcome, phrases),
                Element.of("div", "columns", left, right));
    }

    private static Markup said(Optional<Outcome> outcome, Phrases phrases) {
        return outcome.map(came -> came.markup(phrases)).orElseGet(Markup::nothing);
    }

    /** The action that shows this tip again, with the queue's filter to go back to. */
    private static Action shown(Call call, Tip tip) {
        return filtered(Action.again(call, NAME).with(REFERENCE, tip.reference().text()), call);
    }

    private static Action filtered(Action action, Call call) {
        Action with = action;
        for (String part : List.of("thana", "category", "status", "assignee")) {
            with = with.with(part, call.param(part));
        }
        return with;
    }

    private static Markup head(Tip tip, Call call, Phrases phrases) {
        Element head = Element.of("div", "tip-head", new Markup[0])
                .add(Element.of("h2", "reference", tip.reference().text()))
                .add(Badge.of(tip.judgement().priority(), phrases))
                .add(Badge.of(tip.status(), phrases));
        if (tip.isUnread()) {
            head.add(Badge.unread(phrases));
        }
        return head.add(filtered(Action.again(call, "queue"), call).button(phrases.of("tip.back")));
    }

    private static Markup words(Tip tip, Phrases phrases) {
        boolean silent = tip.text().isBlank();
        return Element.of("section", "card")
                .add(Element.of("h3", "title", phrases.of("tip.words")))
                .add(Element.of("div", silent ? "text empty" : "text", silent ? phrases.of("tip.no-words") : tip.text())
                        .with("dir", "auto"));
    }

    private static Markup facts(Tip tip, Call call, Phrases phrases) {
        Element list = Element.of("dl", "facts", new Markup[0]);
        fact(list, phrases.of("tip.category"), phrases.of(tip.judgement().category()));
        fact(
                list,
                phrases.of("tip.thana"),
                tip.judgement().thana().map(Thana::name).orElse(phrases.of("tip.no-thana")));
        tip.judgement().vehicle().ifPresent(plate -> fact(list, phrases.of("tip.vehicle"), plate));
        fact(
                list,
                phrases.of("tip.came"),
                phrases.of("tip.ago", phrases.moment(tip.createdAt()), phrases.since(tip.createdAt(), call.now())));
        fact(list, phrases.of("tip.messages"), Integer.toString(tip.parts()));
        fact(
                list,
                phrases.of("tip.language"),
                phrases.of("language." + tip.language().tag()));
        fact(list, phrases.of("tip.assignee"), tip.handling().assignee().orElse(phrases.of("tip.nobody")));
        tip.handling().readAt().ifPresent(at -> fact(list, phrases.of("tip.read-at"), phrases.moment(at)));
        tip.handling()
                .disposition()
                .ifPresent((Disposition why) -> fact(list, phrases.of("tip.disposition"), phrases.of(why)));
        return Element.of("section", "card", list);
    }

    private static void fact(Element list, String name, String value) {
        list.add(Element.of("dt", "name", name)).add(Element.of("dd", "value", value));
    }

    private static Optional<Spot> spot(Tip tip, List<Told> told) {
        Optional<Spot> sent =
                told.reversed().stream().flatMap(one -> one.spot().stream()).findFirst();
        Matcher location = LOCATION.matcher(tip.text());
        return sent.or(() -> location.find() ? Spot.of(location.group(1), location.group(2)) : Optional.empty());
    }

    private static Markup duplicates(Tip tip, List<Told> told, Call call, Phrases phrases) {
        List<Reference> linked = new ArrayList<>();
        tip.handling().duplicateOf().ifPresent(linked::add);
        told.stream()
                .filter(one -> one.entry().what().equals("duplicate"))
                .flatMap(one -> one.part(REFERENCE).flatMap(Reference::read).stream())
                .filter(other -> !linked.contains(other))
                .forEach(linked::add);
        if (linked.isEmpty()) {
            return Markup.nothing();
        }
        Element list = Element.of("ul", "linked", new Markup[0]);
        linked.forEach(other -> list.add(Element.of(
                "li",
                "link",
                Action.again(call, NAME)
                        .with(REFERENCE, other.text())
                        .on(Element.of("a", "reference", other.text())))));
        return Element.of("section", "card", Element.of("h3", "title", phrases.of("tip.duplicates")), list);
    }
}
