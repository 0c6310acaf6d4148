package in.suchna.intake.conversation;

import in.suchna.citizen.Language;
import in.suchna.intake.words.Sentences;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Tip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts answers into words. */
final class Speech {
    static final String ABOUT = "about";
    static final String LANGUAGE = "language";
    static final String SKIP = "skip";
    static final String DANGER_YES = "danger-yes";
    static final String DANGER_NO = "danger-no";
    static final String FORGET_YES = "forget-yes";
    static final String FORGET_NO = "forget-no";
    static final String WHEN = "when-";
    static final String LANGUAGE_IS = "language-";

    private final Sentences sentences;

    Speech(Sentences sentences) {
        this.sentences = sentences;
    }

    String words(Language language, String key, String... values) {
        return sentences.of(language, key, values);
    }

    /** Hello, and who runs this; no tip. */
    Saying welcome(Language language) {
        return new Saying.Buttons(
                words(language, "welcome"), List.of(choice(language, ABOUT), choice(language, LANGUAGE)));
    }

    /** The long text behind the tap. */
    Saying about(Language language) {
        return new Saying.Text(words(language, "about.long"));
    }

    Saying help(Language language) {
        return new Saying.Text(words(language, "help"));
    }

    Saying text(Language language, String key, String... values) {
        return new Saying.Text(words(language, key, values));
    }

    /** That a tip was kept, with its number, and the first question in the same breath. */
    Saying kept(
            Language language,
            Reference reference,
            Judgement judgement,
            boolean first,
            Optional<String> helpline,
            Optional<Question> question) {
        List<String> lines = new ArrayList<>();
        if (judgement.priority() == Priority.CRITICAL) {
            lines.add(words(language, "kept.critical", reference.text()));
        } else {
            lines.add(words(language, first ? "kept.first" : "kept.again", reference.text()));
        }
        helpline.ifPresent(lines::add);
        return ask(language, lines, question, first);
    }

    /** Lines, then a question where there is one. */
    Saying ask(Language language, List<String> lines, Optional<Question> question, boolean offerAbout) {
        List<String> all = new ArrayList<>(lines);
        question.ifPresent(q -> all.add(words(language, "ask." + name(q))));
        String body = String.join("\n", all);
        if (question.isPresent() && question.get() == Question.WHERE) {
            return new Saying.AskPlace(body);
        }
        List<Saying.Choice> choices = new ArrayList<>();
        question.ifPresent(q -> choices.addAll(choicesOf(language, q)));
        if (offerAbout && choices.size() < 3) {
            choices.add(choice(language, ABOUT));
        }
        return choices.isEmpty() ? new Saying.Text(body) : new Saying.Buttons(body, choices);
    }

    private List<Saying.Choice> choicesOf(Language language, Question question) {
        return switch (question) {
            case DANGER -> List.of(choice(language, DANGER_YES), choice(language, DANGER_NO));
            case WHEN ->
                List.of(
                        choice(language, WHEN + "now"),
                        choice(language, WHEN + "daily"),
                        choice(language, WHEN + "past"));
            case WHAT, WHERE, WHO, PROOF -> List.of(choice(language, SKIP));
        };
    }

    /** Asks which language. Each row is in its own language. */
    Saying chooseLanguage(Language language) {
        List<Saying.Choice> rows = Arrays.stream(Language.values())
                .map(l -> new Saying.Choice(LANGUAGE_IS + l.tag(), words(l, "language.name")))
                .toList();
        return new Saying.Rows(words(language, "language.ask"), words(language, "language.button"), rows);
    }

    Saying forgetAsk(Language language) {
        return new Saying.Buttons(
                words(language, "forget.ask"), List.of(choice(language, FORGET_YES), choice(language, FORGET_NO)));
    }

    /** How far the police are with a tip. */
    Saying status(Language language, Optional<Tip> tip) {
        return tip.map(t -> text(
                        language, "status." + t.status().name(), t.reference().text()))
                .orElseGet(() -> text(language, "status.none"));
    }

    /** The helpline of a category, where it has one. */
    Optional<String> helpline(Language language, Category category) {
        return sentences.optional(language, "helpline." + category.name());
    }

    private Saying.Choice choice(Language language, String id) {
        return new Saying.Choice(id, words(language, "tap." + id));
    }

    private static String name(Question question) {
        return question.name().toLowerCase(java.util.Locale.ROOT);
    }
}
