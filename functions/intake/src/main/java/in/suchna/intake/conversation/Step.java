package in.suchna.intake.conversation;

import in.suchna.citizen.Language;
import java.util.List;

/**
 * What one message leads to.
 *
 * @param talk what is remembered from now on
 * @param language the citizen's language from now on
 * @param change what happens to their tips
 * @param says what is said to them, in order
 */
public record Step(Talk talk, Language language, TipChange change, List<Saying> says) {
    public Step {
        says = List.copyOf(says);
    }
}
