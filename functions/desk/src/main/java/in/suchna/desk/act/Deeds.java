package in.suchna.desk.act;

import in.suchna.duty.Officer;
import in.suchna.tip.Disposition;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import in.suchna.widget.AtOnce;
import in.suchna.widget.call.Action;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Choice;
import in.suchna.widget.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The buttons and forms of what can be done with a tip; each asks before it is done. */
public final class Deeds {
    private final Colleagues colleagues;
    private final Correspondence correspondence;

    public Deeds(Colleagues colleagues, Correspondence correspondence) {
        this.colleagues = colleagues;
        this.correspondence = correspondence;
    }

    /**
     * What the forms of a tip hang on.
     *
     * @param colleagues to whom it can be given
     * @param muted whether its citizen is muted; empty when they are forgotten
     */
    public record Means(List<Officer> colleagues, Optional<Boolean> muted) {
        public Means {
            colleagues = List.copyOf(colleagues);
        }
    }

    /** Reads what the forms of a tip hang on. */
    public Means means(Tip tip) {
        Supplier<Optional<Boolean>> muted = AtOnce.begin(() -> correspondence.isMuted(tip));
        return new Means(colleagues.of(tip), muted.get());
    }

    /**
     * The forms.
     *
     * @param means what they hang on
     * @param shown the action that shows the tip again
     * @param waits whether officers are still being told, so that the control room can say that it has the tip
     */
    public Markup of(Tip tip, Means means, Action shown, boolean waits, Phrases phrases) {
        Action again = shown.with(Acts.VERSION, Long.toString(tip.version()));
        Optional<Boolean> muted = means.muted();
        List<Markup> buttons = new ArrayList<>();
        List<Markup> forms = new ArrayList<>();
        if (tip.status() == Status.CLOSED) {
            buttons.add(button(Deed.REOPEN, again, phrases));
        } else {
            if (tip.isUnread()) {
                buttons.add(button(Deed.READ, again, phrases));
            }
            if (waits) {
                buttons.add(button(Deed.ACKNOWLEDGE, again, phrases));
            }
            forms.add(assign(tip, means.colleagues(), again, phrases));
            forms.add(prioritise(tip, again, phrases));
            forms.add(close(again, phrases));
        }
        muted.ifPresent(is -> buttons.add(button(is ? Deed.UNMUTE : Deed.MUTE, again, phrases)));
        if (muted.isPresent()) {
            if (tip.status() != Status.CLOSED) {
                forms.add(1, letter(Deed.ASK, Correspondence.ASK_WORDS, again, phrases));
            }
            forms.add(letter(Deed.TELL, Correspondence.TELL_WORDS, again, phrases));
        }
        Element card = Element.of("section", "card deeds")
                .add(Element.of("h3", "title", phrases.of("deed.title")))
                .add(Element.of("div", "buttons").addAll(buttons))
                .add(Element.of("form", "deed-forms").addAll(forms));
        return muted.isPresent() ? card : card.add(Element.of("p", "hint", phrases.of("deed.forgotten")));
    }

    private static Markup button(Deed deed, Action again, Phrases phrases) {
        return deedOf(deed, again, phrases).button(phrases.of("deed." + deed.label()));
    }

    private static Action deedOf(Deed deed, Action again, Phrases phrases) {
        return again.with(Acts.DO, deed.label()).asking(phrases.of("sure." + deed.label()));
    }

    private static Markup form(Deed deed, Action again, Phrases phrases, Markup... fields) {
        return Element.of("details", "deed-form")
                .add(Element.of("summary", "deed-name", phrases.of("deed." + deed.label())))
                .add(fields)
                .add(Element.of(
                        "div", "buttons", deedOf(deed, again, phrases).mainButton(phrases.of("do." + deed.label()))));
    }

    private static Markup assign(Tip tip, List<Officer> colleagues, Action again, Phrases phrases) {
        Map<String, String> officers = new LinkedHashMap<>();
        colleagues.forEach(officer -> officers.put(officer.id(), officer.name() + " (" + officer.id() + ")"));
        return form(
                Deed.ASSIGN,
                again,
                phrases,
                Choice.of(
                        Casework.OFFICER,
                        phrases.of("field.officer"),
                        phrases.of("field.choose"),
                        officers,
                        tip.handling().assignee()));
    }

    private static Markup prioritise(Tip tip, Action again, Phrases phrases) {
        return form(
                Deed.PRIORITY,
                again,
                phrases,
                Choice.of(
                        Casework.PRIORITY,
                        phrases.of("field.priority"),
                        phrases.of("field.choose"),
                        Choice.words(phrases, Priority.values()),
                        Optional.of(tip.judgement().priority().name())),
                Choice.words(Casework.PRIORITY_WHY, phrases.of("field.why"), Casework.LONGEST_WHY));
    }

    private static Markup close(Action again, Phrases phrases) {
        return form(
                Deed.CLOSE,
                again,
                phrases,
                Choice.of(
                        Casework.DISPOSITION,
                        phrases.of("field.disposition"),
                        phrases.of("field.choose"),
                        Choice.words(phrases, Disposition.values()),
                        Optional.empty()),
                Choice.word(Casework.DUPLICATE_OF, phrases.of("field.duplicate-of"), Optional.empty()),
                Choice.words(Casework.CLOSE_WHY, phrases.of("field.note"), Casework.LONGEST_WHY));
    }

    private static Markup letter(Deed deed, String field, Action again, Phrases phrases) {
        return form(
                deed,
                again,
                phrases,
                Choice.words(field, phrases.of("field." + deed.label()), Correspondence.LONGEST_WORDS));
    }
}
