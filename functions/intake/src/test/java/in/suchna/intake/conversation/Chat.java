package in.suchna.intake.conversation;

import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.intake.words.LanguageFinder;
import in.suchna.intake.words.Sentences;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A citizen talking to the engine in a test, with the tips kept in memory and a clock the test moves. */
final class Chat {
    static final CitizenId CITIZEN = new CitizenId("citizen");
    static final double RUDRI = 20.66;

    final Conversation conversation =
            new Conversation(Commands.ofResources(), LanguageFinder.ofResources(), Sentences.ofResources(), new Ear());
    final Map<Reference, Tip> tips = new LinkedHashMap<>();
    Talk talk = Talk.fresh();
    Optional<Language> language = Optional.empty();
    Optional<Reference> open = Optional.empty();
    Instant now = Instant.parse("2026-11-24T06:00:00Z");
    private final Random random = new Random(1);

    private static final class Ear implements Judging {
        @Override
        public Judgement judge(String text, boolean dangerNow, boolean forwardedOften) {
            return Chat.judge(text, dangerNow, forwardedOften);
        }

        @Override
        public Optional<Thana> thanaNear(double latitude, double longitude) {
            return latitude == RUDRI ? Optional.of(new Thana("Rudri")) : Optional.empty();
        }
    }

    /** "chaku" is an attack, "1930" a fraud, "satta" gambling; "now" makes it CRITICAL. */
    static Judgement judge(String text, boolean danger, boolean forwarded) {
        // like the judge, it hears a habit in the whole text
        boolean attack = !text.contains("roz") && (text.contains("chaku") || text.contains("चाकू"));
        Category category = attack
                ? Category.VIOLENCE
                : text.contains("OTP")
                        ? Category.CYBER_FRAUD
                        : text.contains("satta") ? Category.GAMBLING : Category.SUSPICIOUS;
        Priority priority = danger || attack
                ? Priority.CRITICAL
                : category == Category.CYBER_FRAUD ? Priority.HIGH : Priority.NORMAL;
        return new Judgement(category, priority, stationFirstNamed(text), Optional.empty(), List.of("test"));
    }

    private static Optional<Thana> stationFirstNamed(String text) {
        return Stream.of("Kurud", "Nagri")
                .filter(name -> text.contains(name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(name -> text.indexOf(name.toLowerCase(Locale.ROOT))))
                .map(Thana::new);
    }

    Step says(String text) {
        return does(new Incoming.Words(text, false));
    }

    Step taps(String choice) {
        return does(new Incoming.Tap(choice, choice));
    }

    Step does(Incoming incoming) {
        Optional<Tip> named = incoming instanceof Incoming.Words(String text, boolean _)
                ? Reference.findIn(text).filter(talk.recent()::contains).map(tips::get)
                : Optional.empty();
        Optional<Tip> openTip = named.or(() -> open.map(tips::get));
        Step step = conversation.step(
                new Occasion(talk, language, openTip, named.or(() -> openTip), incoming, now, Reference.draw(random)));
        talk = TalkJson.read(TalkJson.write(step.talk()));
        language = Optional.of(step.language());
        switch (step.change()) {
            case TipChange.Open opened -> {
                open = Optional.of(opened.reference());
                tips.put(opened.reference(), tip(opened.reference(), opened.text(), opened.judgement(), 1, now));
            }
            case TipChange.Add added -> {
                open = Optional.of(added.reference());
                Tip old = java.util.Objects.requireNonNull(tips.get(added.reference()));
                tips.put(
                        added.reference(),
                        tip(added.reference(), added.text(), added.judgement(), old.parts() + 1, old.createdAt()));
            }
            case TipChange.Leave _, TipChange.Forget _ -> open = Optional.empty();
            case TipChange.Note _, TipChange.None _ -> {}
        }
        return step;
    }

    private Tip tip(Reference reference, String text, Judgement judgement, int parts, Instant created) {
        return new Tip(
                reference,
                CITIZEN,
                language.orElse(Language.HINDI),
                Status.NEW,
                judgement,
                text,
                parts,
                Optional.empty(),
                0,
                created,
                now,
                parts);
    }

    void waits(Duration time) {
        now = now.plus(time);
    }

    Tip onlyTip() {
        if (tips.size() != 1) {
            throw new AssertionError("Expected one tip, there are " + tips.size());
        }
        return tips.values().iterator().next();
    }

    static String words(Step step) {
        return step.says().stream().map(Chat::words).reduce("", (a, b) -> a + b);
    }

    static String words(Saying saying) {
        return switch (saying) {
            case Saying.Text(String body) -> body;
            case Saying.Buttons(String body, List<Saying.Choice> _) -> body;
            case Saying.Rows(String body, String _, List<Saying.Choice> _) -> body;
            case Saying.AskPlace(String body) -> body;
            case Saying.Tick() -> "✔";
        };
    }
}
