package in.suchna.intake.conversation;

import in.suchna.citizen.Language;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the conversation in which a citizen tells something: a tip is opened, or the open one grows. */
final class Telling {

    /** What follows an answer within this time is one burst: it gets a ✔. */
    static final Duration BURST = Duration.ofSeconds(20);

    /** After this silence, something urgent of another kind is another tip. */
    static final Duration ANOTHER_MATTER = Duration.ofMinutes(30);

    /** After this silence an addition is answered in words again. */
    static final Duration SILENCE = Duration.ofMinutes(10);

    /** Full answers a day; beyond it a ✔, unless it is urgent. */
    static final int MOST_ANSWERS = 60;

    /** Tips a day; beyond it what is not urgent joins the last one. */
    static final int MOST_TIPS = 20;

    /**
     * What was told.
     *
     * @param words the words, empty for a photo without a caption
     * @param forwardedOften whether WhatsApp says it was forwarded many times
     * @param place whether it is a place
     * @param thana the station that the place is near
     */
    record Told(String words, boolean forwardedOften, boolean place, Optional<Thana> thana) {
        static Told words(String words, boolean forwardedOften) {
            return new Told(words, forwardedOften, false, Optional.empty());
        }

        static Told place(String words, Optional<Thana> thana) {
            return new Told(words, false, true, thana);
        }

        boolean hasWords() {
            return !words.isBlank() && !place;
        }
    }

    private final Speech speech;
    private final Judging judging;

    Telling(Speech speech, Judging judging) {
        this.speech = speech;
        this.judging = judging;
    }

    Step told(Occasion occasion, Language language, Told told) {
        Optional<Tip> joins = occasion.openTip().filter(tip -> joins(occasion, tip, told));
        return joins.isPresent() ? add(occasion, language, joins.get(), told) : open(occasion, language, told, false);
    }

    /** A tap that says somebody is in danger now: always CRITICAL. */
    Step danger(Occasion occasion, Language language, String title) {
        Told told = Told.words(title, false);
        Occasion known = withTalk(occasion, occasion.talk().knowing(false, true));
        Optional<Tip> open = occasion.openTip().filter(tip -> Conversation.isOpen(tip, occasion.now()));
        return open.isPresent() ? add(known, language, open.get(), told) : open(known, language, told, true);
    }

    /** A tap that skips the open question, or says no danger: the next one, or thanks. */
    Step skipped(Occasion occasion, Language language, String choice) {
        Optional<Tip> open = occasion.openTip().filter(tip -> Conversation.isOpen(tip, occasion.now()));
        if (open.isEmpty()) {
            return answered(
                    occasion.talk().asking(Optional.empty()),
                    language,
                    new TipChange.None(),
                    List.of(speech.text(language, "done")),
                    occasion.now());
        }
        Tip tip = open.get();
        Optional<Question> question =
                next(occasion.talk(), tip.judgement(), !tip.text().isBlank());
        Saying saying =
                question.isPresent() ? speech.ask(language, List.of(), question, false) : speech.text(language, "done");
        return answered(
                occasion.talk().asking(question),
                language,
                new TipChange.Note(tip.reference(), choice),
                List.of(saying),
                occasion.now());
    }

    private boolean joins(Occasion occasion, Tip tip, Told told) {
        if (!Conversation.isOpen(tip, occasion.now())) {
            return occasion.talk().tipsToday() >= MOST_TIPS && !urgentAlone(told);
        }
        boolean silence = tip.updatedAt().plus(ANOTHER_MATTER).isBefore(occasion.now());
        return !(silence && anotherMatter(tip, told));
    }

    private boolean urgentAlone(Told told) {
        return told.hasWords()
                && judge(told.words(), false, told.forwardedOften()).priority().wakesAnOfficer();
    }

    private boolean anotherMatter(Tip tip, Told told) {
        if (!told.hasWords()) {
            return false;
        }
        Judgement alone = judgeAddition(told.words(), false, told.forwardedOften());
        return alone.priority().wakesAnOfficer()
                && alone.category() != tip.judgement().category();
    }

    private Step open(Occasion occasion, Language language, Told told, boolean danger) {
        Reference reference = occasion.fresh();
        boolean first = !occasion.talk().welcomed();
        Talk talk = occasion.talk().about(reference).knowing(told.place(), danger);
        Judgement judgement = told.hasWords()
                ? judge(told.words(), danger, told.forwardedOften())
                : unseen(danger ? Priority.CRITICAL : Priority.NORMAL, told.thana());
        Optional<String> helpline = helpline(talk, language, judgement);
        Talk told2 = helpline.isPresent() ? talk.telling(judgement.category().name()) : talk;
        Optional<Question> question = next(told2, judgement, told.hasWords());
        Saying saying = speech.kept(language, reference, judgement, first, helpline, question);
        return answered(
                told2.asking(question),
                language,
                new TipChange.Open(reference, told.words(), judgement),
                List.of(saying),
                occasion.now());
    }

    private Step add(Occasion occasion, Language language, Tip tip, Told told) {
        Talk talk = occasion.talk().knowing(told.place(), false);
        String words = join(tip.text(), told.words());
        Judgement judgement = judgeAnew(tip, told, words, talk.danger());
        boolean rose = judgement.priority().isAbove(tip.judgement().priority())
                && judgement.priority().wakesAnOfficer();
        TipChange change = new TipChange.Add(tip.reference(), words, judgement, rose);
        boolean tapped = occasion.incoming() instanceof Incoming.Tap;
        if (!rose && (isTooMuch(talk) || (!tapped && !told.place() && isBurst(talk, occasion.now())))) {
            return new Step(talk, language, change, List.of(new Saying.Tick()));
        }
        Optional<Question> question = next(talk, judgement, !words.isBlank());
        if (!rose && question.isEmpty() && talk.open().isEmpty() && !isSilence(talk, occasion.now())) {
            return new Step(talk, language, change, List.of(new Saying.Tick()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                speech.words(language, rose ? "rose" : "added", tip.reference().text()));
        Optional<String> helpline = helpline(talk, language, judgement);
        helpline.ifPresent(lines::add);
        Talk after = helpline.isPresent() ? talk.telling(judgement.category().name()) : talk;
        Saying saying = speech.ask(language, lines, question, false);
        return answered(after.asking(question), language, change, List.of(saying), occasion.now());
    }

    private Judgement judgeAnew(Tip tip, Told told, String words, boolean danger) {
        Judgement old = tip.judgement();
        if (words.isBlank()) {
            return danger ? raised(old, Priority.CRITICAL) : old;
        }
        Judgement anew = told.hasWords() || danger ? judgeAddition(words, danger, told.forwardedOften()) : old;
        // what is told last counts for itself too: "every evening" in the first words must not quiet a cry for help
        Judgement last = told.hasWords() ? judgeAddition(told.words(), false, told.forwardedOften()) : anew;
        Judgement counts = last.priority().isAbove(anew.priority()) ? last : anew;
        Category category = counts.category() == Category.NOT_A_TIP ? old.category() : counts.category();
        return new Judgement(
                category,
                // what has once woken somebody is never talked down by an addition
                old.priority().orAbove(counts.priority()),
                // words that name no station leave the tip where it is; the whole text names first what was told first
                told.thana().or(last::thana).or(old::thana).or(anew::thana),
                anew.vehicle().or(old::vehicle),
                reasons(old, counts));
    }

    /** What a person at the desk gave as a reason stays beside what the judge now says. */
    private static List<String> reasons(Judgement old, Judgement anew) {
        return Stream.concat(old.deskReasons().stream(), anew.reasons().stream())
                .distinct()
                .toList();
    }

    private Judgement judge(String words, boolean danger, boolean forwardedOften) {
        Judgement judged = judging.judge(words, danger, forwardedOften);
        return danger ? raised(judged, Priority.CRITICAL) : judged;
    }

    private Judgement judgeAddition(String words, boolean danger, boolean forwardedOften) {
        Judgement judged = judging.judgeAddition(words, danger, forwardedOften);
        return danger ? raised(judged, Priority.CRITICAL) : judged;
    }

    private static Judgement raised(Judgement judged, Priority priority) {
        return new Judgement(judged.category(), priority, judged.thana(), judged.vehicle(), judged.reasons());
    }

    private static Judgement unseen(Priority priority, Optional<Thana> thana) {
        return new Judgement(
                Conversation.UNSEEN,
                priority,
                thana,
                Optional.empty(),
                List.of("came without words; nobody has looked at it yet"));
    }

    private Optional<String> helpline(Talk talk, Language language, Judgement judgement) {
        return talk.told().contains(judgement.category().name())
                ? Optional.empty()
                : speech.helpline(language, judgement.category());
    }

    private static Optional<Question> next(Talk talk, Judgement judgement, boolean hasWords) {
        return Questions.next(talk, judgement, hasWords);
    }

    private static boolean isBurst(Talk talk, Instant now) {
        return talk.answeredAt().filter(at -> at.plus(BURST).isAfter(now)).isPresent();
    }

    private static boolean isSilence(Talk talk, Instant now) {
        return talk.answeredAt().filter(at -> at.plus(SILENCE).isAfter(now)).isEmpty();
    }

    private static boolean isTooMuch(Talk talk) {
        return talk.answersToday() >= MOST_ANSWERS;
    }

    private static String join(String before, String more) {
        return before.isBlank() ? more : more.isBlank() ? before : before + "\n" + more;
    }

    private static Occasion withTalk(Occasion o, Talk talk) {
        return new Occasion(talk, o.language(), o.openTip(), o.named(), o.incoming(), o.now(), o.fresh());
    }

    private static Step answered(Talk talk, Language language, TipChange change, List<Saying> says, Instant now) {
        return new Step(talk.answered(now), language, change, says);
    }
}
