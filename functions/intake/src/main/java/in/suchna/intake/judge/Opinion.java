package in.suchna.intake.judge;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the model thinks of a text.
 *
 * @param priority the most urgent one that it dares to give
 * @param confidence how sure it is of that, from 0 to 1
 * @param when the likeliest time
 * @param categories a probability for each category
 */
record Opinion(Priority priority, float confidence, When when, Map<Category, Float> categories) {

    private static final List<When> WHENS = List.of(When.values());
    private static final float CRITICAL_FROM = 0.22f;
    private static final float SMS_FROM = 0.33f;
    private static final float UNALARMED_FROM = 0.5f;
    private static final int FEWEST_WORDS = 7;
    private static final float TIP_FROM = 0.5f;
    private static final float DOUBTED_FROM = 0.75f;
    private static final float JESTED_FROM = 0.95f;
    private static final float RULE_COUNTS = 0.25f;
    private static final List<String> DOUBTS =
            List.of("retraction", "film", "drill", "ends_asked", "question", "thanks");
    private static final List<String> JESTS =
            List.of("joke", "dream", "essay", "figure", "names", "forward", "found_false");

    /**
     * Asks the model.
     *
     * @param end the last words of a long text, judged for themselves too: after a long history the danger is told last
     */
    static Opinion of(Model model, Reading reading, Optional<Reading> end, Circumstances circumstances) {
        float[] asked = model.ask(Features.of(reading));
        float sms = asked[Decision.SMS];
        float critical = asked[Decision.CRITICAL];
        if (end.isPresent()) {
            float[] askedOfEnd = model.ask(Features.of(end.get()));
            sms = Math.max(sms, askedOfEnd[Decision.SMS]);
            critical = Math.max(critical, askedOfEnd[Decision.CRITICAL]);
        }
        Map<Category, Float> categories = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            categories.put(category, asked[Decision.FIRST_CATEGORY + categories.size()]);
        }
        When when = WHENS.get(likeliest(asked, Decision.FIRST_WHEN, Decision.COUNT) - Decision.FIRST_WHEN);
        if (dares(reading, circumstances) && sms >= smsFrom(reading, circumstances)) {
            Priority urgent = critical >= CRITICAL_FROM ? Priority.CRITICAL : Priority.HIGH;
            return new Opinion(urgent, sms, when, categories);
        }
        float tip = asked[Decision.TIP];
        Priority quiet = tip >= TIP_FROM ? Priority.NORMAL : Priority.LOW;
        return new Opinion(quiet, tip, when, categories);
    }

    /**
     * A few words tell a model that learnt from whole tips nothing ("he comes on a red bike" was a suicide to it). So in a
     * short text, or an addition by itself, it wakes nobody unless a danger is named or something goes on now.
     */
    private static boolean dares(Reading reading, Circumstances circumstances) {
        boolean enough = reading.told().size() >= FEWEST_WORDS && !circumstances.addition();
        return enough || reading.alarming();
    }

    /** Where the words speak of a jest, a dream or a film, or name no danger, the model must be surer. */
    private static float smsFrom(Reading reading, Circumstances circumstances) {
        Signs signs = reading.signs();
        if (circumstances.forwardedManyTimes() || JESTS.stream().anyMatch(signs::has)) {
            return JESTED_FROM;
        }
        if (DOUBTS.stream().anyMatch(signs::has)) {
            return DOUBTED_FROM;
        }
        return reading.alarming() ? SMS_FROM : UNALARMED_FROM;
    }

    private static int likeliest(float[] asked, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            best = asked[i] > asked[best] ? i : best;
        }
        return best;
    }

    /** The category that model and rules together find likeliest; a tip that wakes an officer is always a tip. */
    Category categoryFor(Priority given, Collection<Rule> rules) {
        Map<Category, Float> votes = new EnumMap<>(categories);
        rules.forEach(rule -> votes.merge(rule.category(), RULE_COUNTS, Float::sum));
        if (given.wakesAnOfficer()) {
            votes.remove(Category.NOT_A_TIP);
        }
        return Collections.max(votes.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
