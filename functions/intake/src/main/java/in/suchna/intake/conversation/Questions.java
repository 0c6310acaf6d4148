package in.suchna.intake.conversation;

import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which question helps next. Few: at most {@value #MOST} a tip, none that the words have answered. */
final class Questions {
    static final int MOST = 3;

    private static final Set<Category> NO_DANGER = EnumSet.of(
            Category.CYBER_FRAUD,
            Category.OTHER_PROBLEM,
            Category.NOT_A_TIP,
            Category.GAMBLING,
            Category.ILLEGAL_TRADE);
    private static final Set<Category> NAMED_PEOPLE = EnumSet.of(
            Category.LIQUOR_NARCOTICS,
            Category.GAMBLING,
            Category.THEFT,
            Category.SUSPICIOUS,
            Category.ILLEGAL_TRADE,
            Category.WEAPONS_EXTREMISM);
    private static final Set<Category> NO_PROOF =
            EnumSet.of(Category.WOMEN_CHILD, Category.SELF_HARM, Category.NOT_A_TIP);

    private Questions() {}

    /** The next question about a tip, given what was asked and what is known. */
    static Optional<Question> next(Talk talk, Judgement judgement, boolean hasWords) {
        if (talk.asked().size() >= MOST || judgement.category() == Category.NOT_A_TIP) {
            return Optional.empty();
        }
        for (Question question : Question.values()) {
            if (!talk.asked().contains(question) && helps(question, talk, judgement, hasWords)) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }

    private static boolean helps(Question question, Talk talk, Judgement judgement, boolean hasWords) {
        Category category = judgement.category();
        boolean critical = judgement.priority() == Priority.CRITICAL;
        return switch (question) {
            case DANGER -> hasWords && !critical && !NO_DANGER.contains(category);
            case WHAT -> !hasWords;
            case WHERE -> !talk.placed() && judgement.thana().isEmpty() && category != Category.CYBER_FRAUD;
            // whoever is in danger now is not asked when, who or for a photo
            case WHEN -> !critical && judgement.priority() != Priority.HIGH && NAMED_PEOPLE.contains(category);
            case WHO -> !critical && judgement.vehicle().isEmpty() && NAMED_PEOPLE.contains(category);
            case PROOF -> !critical && !NO_PROOF.contains(category);
        };
    }
}
