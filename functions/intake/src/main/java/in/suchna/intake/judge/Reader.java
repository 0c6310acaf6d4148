package in.suchna.intake.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a text by lexicon, grammar, gazetteer and rules. */
final class Reader {

    private static final int LONG = 40;
    private static final int END = 24;

    private final Ear ear;
    private final Lexicon lexicon;
    private final RuleBook rules;
    private final Gazetteer gazetteer;
    private final Set<String> alarming;

    Reader(Ear ear, Lexicon lexicon, RuleBook rules, Gazetteer gazetteer) {
        this.ear = ear;
        this.lexicon = lexicon;
        this.rules = rules;
        this.gazetteer = gazetteer;
        this.alarming = rules.group("@alarming");
    }

    static Reader ofResources() {
        Folding folding = new Folding(Lines.ofResource("spellings.txt"));
        Lexicon lexicon = new Lexicon(Lines.ofResource("lexicon.txt"), folding);
        RuleBook rules = new RuleBook(Lines.ofResource("rules.txt"), lexicon.concepts());
        return new Reader(new Ear(folding), lexicon, rules, new Gazetteer(Lines.ofResource("places.txt"), folding));
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    /** @return empty if nothing in the text is a word, a number or an emoji */
    Optional<Reading> read(String text) {
        Told told = ear.hear(text);
        return told.size() == 0 ? Optional.empty() : Optional.of(read(told));
    }

    private Reading read(Told told) {
        Signs signs = new Signs(told, lexicon.spot(told), Grammar.verbs(told));
        List<Gazetteer.Seen> places = gazetteer.seenIn(told);
        Optional<String> vehicle = Plates.findIn(told);
        places.forEach(seen -> signs.add("place", seen.from()));
        vehicle.ifPresent(_ -> signs.add("vehicle", 0));
        return new Reading(told, signs, rules.firing(signs), places, vehicle, whenOf(signs), alarming(signs));
    }

    private boolean alarming(Signs signs) {
        return alarming.stream().anyMatch(signs::has);
    }

    /** The last words of a long text, read for themselves. */
    Optional<Reading> readEnd(Reading whole) {
        Told told = whole.told();
        if (told.size() <= LONG) {
            return Optional.empty();
        }
        return Optional.of(read(new Told(told.words().subList(told.size() - END, told.size()), told.asked())));
    }

    private static When whenOf(Signs signs) {
        if (signs.has("plea") || signs.has("just") || (signs.has("now_word") && !signs.has("question"))) {
            return When.NOW;
        }
        if (signs.has("tonight") || signs.has("tomorrow")) {
            return When.SOON;
        }
        if (signs.has("habit_word") || signs.has("since_long") || signs.has("ends_habit")) {
            return When.RECURRING;
        }
        if (signs.has("past_word") || signs.has("ends_past") || signs.has("yesterday")) {
            return When.PAST;
        }
        if (signs.has("going_on") || signs.has("hurry") || signs.has("ends_result")) {
            return When.NOW;
        }
        return signs.has("habit") ? When.RECURRING : When.UNKNOWN;
    }
}
