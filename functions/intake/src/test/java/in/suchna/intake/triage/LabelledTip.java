package in.suchna.intake.triage;

import in.suchna.intake.judge.When;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.Optional;

/**
 * A tip with the judgement that people gave it.
 *
 * @param weight how much it counts in training
 */
public record LabelledTip(
        String id,
        String text,
        String script,
        String language,
        Category category,
        Priority priority,
        When when,
        Optional<String> thana,
        Optional<String> vehicle,
        double weight) {}
