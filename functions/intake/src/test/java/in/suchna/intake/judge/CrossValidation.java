package in.suchna.intake.judge;

import in.suchna.intake.triage.LabelledTip;
import in.suchna.intake.triage.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Judges each part of a set with a model that has not seen it: it learnt from the corpus and the other parts. */
public final class CrossValidation {

    private final List<LabelledTip> corpus;
    private final int folds;
    private final long seed;

    public CrossValidation(List<LabelledTip> corpus, int folds, long seed) {
        this.corpus = List.copyOf(corpus);
        this.folds = folds;
        this.seed = seed;
    }

    /** @param priorityOnly whether to leave out category and time, which is several times as fast */
    public List<Verdict> judge(List<LabelledTip> set, boolean priorityOnly) {
        Trainer trainer = new Trainer(seed);
        List<Trainer.Example> always = trainer.examples(corpus);
        List<LabelledTip> shuffled = new ArrayList<>(set);
        Collections.shuffle(shuffled, new Random(seed));
        List<Verdict> verdicts = new ArrayList<>();
        Reader reader = Reader.ofResources();
        for (int fold = 0; fold < folds; fold++) {
            List<LabelledTip> seen = new ArrayList<>();
            List<LabelledTip> unseen = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % folds == fold ? unseen : seen).add(shuffled.get(i));
            }
            List<Trainer.Example> examples = new ArrayList<>(always);
            examples.addAll(trainer.examples(seen));
            Model model = trainer.train(examples, priorityOnly ? Decision.FIRST_CATEGORY : Decision.COUNT);
            Judge judge = new Judge(reader, model);
            for (LabelledTip tip : unseen) {
                verdicts.add(
                        new Verdict(tip, judge.judge(tip.text(), Circumstances.plain()), judge.whenOf(tip.text())));
            }
        }
        verdicts.sort(java.util.Comparator.comparing(v -> v.tip().id()));
        return verdicts;
    }
}
