package in.suchna.intake.triage;

import in.suchna.intake.judge.When;
import in.suchna.tip.Judgement;

/** A labelled tip and what the judge made of it. */
public record Verdict(LabelledTip tip, Judgement judged, When when) {

    boolean thanaIsRight() {
        return tip.thana().equals(judged.thana().map(t -> t.name()));
    }

    boolean vehicleIsRight() {
        return tip.vehicle().equals(judged.vehicle());
    }

    boolean isRight() {
        return tip.category() == judged.category()
                && tip.priority() == judged.priority()
                && thanaIsRight()
                && vehicleIsRight();
    }
}
