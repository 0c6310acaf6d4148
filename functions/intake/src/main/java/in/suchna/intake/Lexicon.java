package in.suchna.intake;

import in.suchna.intake.conversation.Judging;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A first judgement by a few words, until the judge proper stands. */
final class Lexicon {
    private static final List<String> DANGER = List.of(
            "चाकू",
            "खून",
            "मार रहे",
            "मारत",
            "बचाओ",
            "आग",
            "डूब",
            "chaku",
            "bachao",
            "maar rahe",
            "knife",
            "stab",
            "fire",
            "blood",
            "help");

    private Lexicon() {}

    static Judging judging() {
        return (text, danger, forwarded) -> {
            String small = text.toLowerCase(Locale.ROOT);
            Optional<String> found = DANGER.stream().filter(small::contains).findFirst();
            return new Judgement(
                    found.isPresent() ? Category.VIOLENCE : Category.OTHER_PROBLEM,
                    danger || (found.isPresent() && !forwarded) ? Priority.CRITICAL : Priority.NORMAL,
                    Optional.empty(),
                    Optional.empty(),
                    found.map(word -> List.of("says " + word)).orElse(List.of()));
        };
    }
}
