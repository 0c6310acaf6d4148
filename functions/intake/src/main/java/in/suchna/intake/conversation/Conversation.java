package in.suchna.intake.conversation;

import in.suchna.citizen.Language;
import in.suchna.intake.conversation.Commands.Command;
import in.suchna.intake.words.LanguageFinder;
import in.suchna.intake.words.Sentences;
import in.suchna.tip.Category;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The conversation: what is remembered, what came and the time give what is done and said. A pure function.
 *
 * <p>First keep, then ask: the first words are a tip with a reference at once. At most one question is open, each is asked
 * at most once a tip, and whatever is written next answers it. What comes in a burst gets a ✔ each and one answer.
 */
public final class Conversation {

    /** How long after its last message a tip takes additions. */
    public static final Duration OPEN_FOR = Duration.ofHours(12);

    private final Commands commands;
    private final LanguageFinder languages;
    private final Speech speech;
    private final Telling telling;
    private final Judging judging;

    public Conversation(Commands commands, LanguageFinder languages, Sentences sentences, Judging judging) {
        this.commands = commands;
        this.languages = languages;
        this.speech = new Speech(sentences);
        this.judging = judging;
        this.telling = new Telling(speech, judging);
    }

    /** Whether words ask for the status, so that the tip they name has to be looked up. */
    public boolean asksForStatus(Incoming incoming) {
        return incoming instanceof Incoming.Words(String text, boolean _)
                && commands.find(text).filter(c -> c == Command.STATUS).isPresent();
    }

    /** How long after the desk asked something the answer joins the tip. */
    public static final Duration ANSWERED_WITHIN = Duration.ofDays(7);

    /** Whether a tip still takes additions. */
    public static boolean isOpen(Tip tip, Instant now) {
        boolean awaited = tip.handling()
                .askedAt()
                .filter(asked -> asked.isAfter(tip.updatedAt()))
                .filter(asked -> asked.plus(ANSWERED_WITHIN).isAfter(now))
                .isPresent();
        return tip.status() != Status.CLOSED
                && (awaited || tip.updatedAt().plus(OPEN_FOR).isAfter(now));
    }

    /** What one message leads to. */
    public Step step(Occasion given) {
        Occasion occasion = new Occasion(
                given.talk().on(given.now()),
                Optional.of(languageOf(given)),
                given.openTip(),
                given.named(),
                given.incoming(),
                given.now(),
                given.fresh());
        Language language = occasion.language().orElse(Language.HINDI);
        Step step = switch (occasion.incoming()) {
            case Incoming.Words words -> words(occasion, language, words);
            case Incoming.Media media ->
                telling.told(
                        occasion, language, Telling.Told.words(media.caption().orElse(""), media.forwardedOften()));
            case Incoming.Place place ->
                telling.told(
                        occasion,
                        language,
                        Telling.Told.place(placeWords(place), judging.thanaNear(place.latitude(), place.longitude())));
            case Incoming.Contacts contacts ->
                telling.told(occasion, language, Telling.Told.words(contacts.summary(), false));
            case Incoming.Tap tap -> tapped(occasion, language, tap);
            case Incoming.Edited edited
            when !edited.text().isBlank() -> telling.told(occasion, language, Telling.Told.words(edited.text(), false));
            case Incoming.Edited _ -> noted(occasion, language, "edited");
            case Incoming.Revoked _ -> noted(occasion, language, "revoked");
            case Incoming.Reaction _ -> noted(occasion, language, "reaction");
            case Incoming.Notice notice -> noted(occasion, language, notice.what());
            case Incoming.Opened _ -> said(occasion, language, speech.welcome(language));
            case Incoming.Unusable unusable -> unusable(occasion, language, unusable);
        };
        return step.talk().muted() ? new Step(step.talk(), step.language(), step.change(), List.of()) : step;
    }

    private Language languageOf(Occasion occasion) {
        // a language once chosen or found stays, so that one English word does not turn the talk
        return occasion.language()
                .or(() -> switch (occasion.incoming()) {
                    case Incoming.Words words -> languages.find(words.text());
                    case Incoming.Media media -> media.caption().flatMap(languages::find);
                    default -> Optional.empty();
                })
                .orElse(Language.HINDI);
    }

    private static String placeWords(Incoming.Place place) {
        return "📍 %.5f, %.5f %s"
                .formatted(place.latitude(), place.longitude(), place.name().orElse(""))
                .strip();
    }

    private Step words(Occasion occasion, Language language, Incoming.Words words) {
        return commands.find(words.text())
                .map(command -> commanded(occasion, language, command))
                .orElseGet(() ->
                        telling.told(occasion, language, Telling.Told.words(words.text(), words.forwardedOften())));
    }

    private Step commanded(Occasion occasion, Language language, Command command) {
        return switch (command) {
            case STATUS -> said(occasion, language, speech.status(language, occasion.named()));
            case HELP -> said(occasion, language, speech.help(language));
            case LANGUAGE -> said(occasion, language, speech.chooseLanguage(language));
            case FORGET -> {
                Step asked = said(occasion, language, speech.forgetAsk(language));
                yield new Step(
                        asked.talk().asking(Optional.empty()).askingToForget(true),
                        language,
                        asked.change(),
                        asked.says());
            }
            case NEW -> {
                Step fresh = said(occasion, language, speech.text(language, "new"));
                yield new Step(fresh.talk().asking(Optional.empty()), language, new TipChange.Leave(), fresh.says());
            }
            case GREETING, THANKS -> greeted(occasion, language);
        };
    }

    private Step greeted(Occasion occasion, Language language) {
        Optional<Tip> open = occasion.openTip().filter(tip -> isOpen(tip, occasion.now()));
        return open.isPresent()
                ? new Step(
                        occasion.talk(),
                        language,
                        new TipChange.Note(open.get().reference(), "greeting"),
                        List.of(new Saying.Tick()))
                : said(occasion, language, speech.welcome(language));
    }

    private Step tapped(Occasion occasion, Language language, Incoming.Tap tap) {
        String choice = tap.choice();
        if (choice.startsWith(Speech.LANGUAGE_IS)) {
            Language chosen = Language.ofTag(choice.substring(Speech.LANGUAGE_IS.length()))
                    .orElse(language);
            return said(occasion, chosen, speech.text(chosen, "language.set"));
        }
        if (choice.startsWith(Speech.WHEN)) {
            return telling.told(occasion, language, Telling.Told.words(tap.title(), false));
        }
        return switch (choice) {
            case Speech.ABOUT -> said(occasion, language, speech.about(language));
            case Speech.LANGUAGE -> said(occasion, language, speech.chooseLanguage(language));
            case Speech.DANGER_YES -> telling.danger(occasion, language, tap.title());
            case Speech.DANGER_NO, Speech.SKIP -> telling.skipped(occasion, language, choice);
            case Speech.FORGET_YES -> forget(occasion, language);
            case Speech.FORGET_NO -> {
                Step kept = said(occasion, language, speech.text(language, "forget.kept"));
                yield new Step(kept.talk().askingToForget(false), language, kept.change(), kept.says());
            }
            default ->
                words(occasion, language, new Incoming.Words(tap.title().isBlank() ? choice : tap.title(), false));
        };
    }

    private Step forget(Occasion occasion, Language language) {
        if (!occasion.talk().forgetting()) {
            // an old button tapped again: ask anew before anything is destroyed
            return commanded(occasion, language, Command.FORGET);
        }
        return new Step(Talk.fresh(), language, new TipChange.Forget(), List.of(speech.text(language, "forget.done")));
    }

    private Step unusable(Occasion occasion, Language language, Incoming.Unusable unusable) {
        Step noted = noted(occasion, language, unusable.type());
        Step answered = said(occasion, language, speech.text(language, "unusable"));
        return new Step(answered.talk(), language, noted.change(), answered.says());
    }

    private static Step noted(Occasion occasion, Language language, String what) {
        TipChange change = occasion.openTip()
                .filter(tip -> isOpen(tip, occasion.now()))
                .<TipChange>map(tip -> new TipChange.Note(tip.reference(), what))
                .orElseGet(TipChange.None::new);
        return new Step(occasion.talk(), language, change, List.of());
    }

    private static Step said(Occasion occasion, Language language, Saying saying) {
        return new Step(occasion.talk().answered(occasion.now()), language, new TipChange.None(), List.of(saying));
    }

    /** What a message without words is, until somebody has looked at it. */
    static final Category UNSEEN = Category.OTHER_PROBLEM;
}
