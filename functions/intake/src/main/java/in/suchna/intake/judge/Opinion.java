package in.suchna.intake.judge;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.List;

/**
 * What the model thinks of a text.
 *
 * @param priority the most urgent one that it dares to give
 * @param confidence how sure it is of that, from 0 to 1
 * @param when the likeliest time
 * @param categories a probability for each category, in their order
 */
record Opinion(Priority priority, float confidence, When when, float[] categories) {

    private static final float CRITICAL_FROM = 0.40f;
    private static final float SMS_FROM = 0.40f;
    private static final float TIP_FROM = 0.5f;
    private static final float FORWARDED_FROM = 0.8f;
    private static final float RULE_COUNTS = 0.25f;

    static Opinion of(Model model, Reading reading, boolean forwarded) {
        float[] asked = model.ask(Features.of(reading));
        float critical = asked[Decision.CRITICAL];
        float sms = asked[Decision.SMS];
        float[] categories = new float[Category.values().length];
        System.arraycopy(asked, Decision.FIRST_CATEGORY, categories, 0, categories.length);
        When when = When.values()[likeliest(asked, Decision.FIRST_WHEN, Decision.COUNT) - Decision.FIRST_WHEN];
        float smsFrom = forwarded ? FORWARDED_FROM : SMS_FROM;
        if (critical >= CRITICAL_FROM && Math.max(sms, critical) >= smsFrom) {
            return new Opinion(Priority.CRITICAL, critical, when, categories);
        }
        if (sms >= smsFrom) {
            return new Opinion(Priority.HIGH, sms, when, categories);
        }
        float tip = asked[Decision.TIP];
        Priority quiet = tip >= TIP_FROM ? Priority.NORMAL : Priority.LOW;
        return new Opinion(quiet, quiet == Priority.NORMAL ? tip : 1 - tip, when, categories);
    }

    private static int likeliest(float[] asked, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            best = asked[i] > asked[best] ? i : best;
        }
        return best;
    }

    /** The category that model and rules together find likeliest; a tip that wakes an officer is always a tip. */
    Category categoryFor(Priority given, List<Rule> rules) {
        Category[] all = Category.values();
        float[] votes = categories.clone();
        for (Rule rule : rules) {
            votes[List.of(all).indexOf(rule.category())] += RULE_COUNTS;
        }
        if (given.wakesAnOfficer()) {
            votes[List.of(all).indexOf(Category.NOT_A_TIP)] = -1;
        }
        return all[likeliest(votes, 0, all.length)];
    }
}
