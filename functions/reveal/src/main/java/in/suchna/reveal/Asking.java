package in.suchna.reveal;

import in.suchna.disclosure.Cause;
import in.suchna.disclosure.Disclosure;
import in.suchna.disclosure.Stage;
import in.suchna.store.Disclosures;
import in.suchna.store.Tips;
import in.suchna.tip.Reference;
import in.suchna.tip.Tip;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Choice;
import in.suchna.widget.words.Phrases;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The requesters' widget: ask for an address, and see it once, when another person approved. */
final class Asking implements View {
    static final String NAME = "reveal-request";
    private static final int LONGEST = 200;
    private static final String REFERENCE = "reveal-reference";
    private static final String WHO = "reveal-who";
    private static final String CAUSE = "reveal-cause";
    private static final String AUTHORITY = "reveal-authority";
    private static final String ID = "reveal-id";
    private static final String CODE = "reveal-code";

    private final Tips tips;
    private final Disclosures disclosures;
    private final Ledger ledger;
    private final SecureRandom random;

    Asking(Tips tips, Disclosures disclosures, Ledger ledger, SecureRandom random) {
        this.tips = tips;
        this.disclosures = disclosures;
        this.ledger = ledger;
        this.random = random;
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        List<Markup> parts = new ArrayList<>();
        switch (call.param("do").orElse("")) {
            case "request" -> parts.add(request(call, phrases));
            case "show" -> parts.add(reveal(call, phrases));
            default -> parts.add(Element.of("p", "hint", phrases.of("ask.hint")));
        }
        parts.add(requestForm(call, phrases));
        parts.add(showForm(call, phrases));
        return Markup.several(parts);
    }

    private static Markup requestForm(Call call, Phrases phrases) {
        return Element.of("form", "card deed-form")
                .add(Element.of("h3", "title", phrases.of("ask.title")))
                .add(Choice.word(REFERENCE, phrases.of("ask.reference"), Optional.empty()))
                .add(Choice.word(WHO, phrases.of("ask.who"), Optional.empty()))
                .add(Choice.of(
                        CAUSE,
                        phrases.of("ask.cause"),
                        phrases.of("field.choose"),
                        Choice.words(phrases, Cause.values()),
                        Optional.empty()))
                .add(Choice.word(AUTHORITY, phrases.of("ask.authority"), Optional.empty()))
                .add(Element.of(
                        "div",
                        "buttons",
                        Action.again(call, NAME)
                                .with("do", "request")
                                .asking(phrases.of("sure.request"))
                                .mainButton(phrases.of("ask.button"))));
    }

    private static Markup showForm(Call call, Phrases phrases) {
        return Element.of("form", "card deed-form")
                .add(Element.of("h3", "title", phrases.of("show.title")))
                .add(Choice.word(ID, phrases.of("show.id"), Optional.empty()))
                .add(Choice.word(CODE, phrases.of("show.code"), Optional.empty()))
                .add(Element.of(
                        "div",
                        "buttons",
                        Action.again(call, NAME)
                                .with("do", "show")
                                .asking(phrases.of("sure.show"))
                                .mainButton(phrases.of("show.button"))));
    }

    private Markup request(Call call, Phrases phrases) {
        Optional<Reference> reference = call.field(REFERENCE).flatMap(Reference::read);
        Optional<Tip> tip = reference.flatMap(tips::find);
        Optional<Cause> cause = call.field(CAUSE)
                .flatMap(name -> Arrays.stream(Cause.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst());
        Optional<String> who = call.field(WHO).filter(text -> text.length() <= LONGEST);
        Optional<String> authority = call.field(AUTHORITY).filter(text -> text.length() <= LONGEST);
        if (tip.isEmpty() || cause.isEmpty() || who.isEmpty() || authority.isEmpty()) {
            return warning(phrases.of(tip.isEmpty() ? "refused.no-tip" : "refused.incomplete"));
        }
        Code code = Code.draw(random);
        Disclosure asked = new Disclosure(
                "R" + Reference.draw(random).text(),
                tip.get().reference(),
                who.get(),
                cause.get(),
                authority.get(),
                Box.keyOf(code.text()),
                Stage.REQUESTED,
                call.now(),
                Optional.empty(),
                Optional.empty());
        if (!ledger.step("requested", disclosures.put(asked), asked, call)) {
            return warning(phrases.of("refused.again"));
        }
        return Element.of("div", "done")
                .add(Element.of("p", "said", phrases.of("ask.done")))
                .add(Element.of("p", "said", phrases.of("ask.id", asked.id())))
                .add(Element.of("p", "code", code.grouped()));
    }

    private Markup reveal(Call call, Phrases phrases) {
        Optional<Disclosure> found =
                call.field(ID).flatMap(id -> disclosures.find(id.toUpperCase(java.util.Locale.ROOT)));
        if (found.isEmpty()) {
            ledger.refused("no-such-request", call);
            return warning(phrases.of("refused.no-request"));
        }
        Disclosure asked = found.get();
        Optional<byte[]> box = asked.box().filter(_ -> asked.canBeShownAt(call.now()));
        if (box.isEmpty()) {
            ledger.refused("shown-at-" + asked.stage().label(), asked.reference(), call);
            return warning(phrases.of("refused.at-"
                    + (asked.stage() == Stage.APPROVED ? "late" : asked.stage().label())));
        }
        Optional<byte[]> content =
                call.field(CODE).flatMap(Code::read).flatMap(code -> Box.open(code.text(), aboutOf(asked), box.get()));
        if (content.isEmpty()) {
            ledger.refused("wrong-code", asked.reference(), call);
            return warning(phrases.of("refused.wrong-code"));
        }
        // shown only by who wins this step, so that it is shown once
        if (!ledger.step("shown", disclosures.shown(asked, call.now()), asked, call)) {
            ledger.refused("shown-twice", asked.reference(), call);
            return warning(phrases.of("refused.at-shown"));
        }
        return Element.of("div", "done")
                .add(Element.of("p", "said", phrases.of("show.done", asked.reference())))
                .add(Element.of("p", "code", new String(content.get(), StandardCharsets.UTF_8)));
    }

    /** What a box is bound to: this request of this tip. */
    static String aboutOf(Disclosure asked) {
        return asked.id() + " " + asked.reference().text();
    }

    private static Markup warning(String words) {
        return Element.of("p", "warning", words).with("role", "alert");
    }
}
