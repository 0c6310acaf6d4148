package in.suchna.intake.triage;

import in.suchna.intake.judge.Circumstances;
import in.suchna.intake.judge.Corpus;
import in.suchna.intake.judge.CrossValidation;
import in.suchna.intake.judge.Judge;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges a labelled set and prints the figures: {@code mvn -q -Ptriage -Dset=FILE}, with {@code -Dfolds=10} by models that
 * have not seen what they judge.
 */
public final class Evaluation {

    static final long SEED = 20261124;

    private Evaluation() {}

    /** @param args the file, and how many folds (0: the shipped model) */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 0 || args[0].isBlank() || !Files.isReadable(Path.of(args[0]))) {
            out.println("Which set? Say -Dset=FILE, a file of labelled tips, one JSON object a line.");
            return;
        }
        LabelledSet set = LabelledSet.read(Path.of(args[0]));
        set.broken().forEach(out::println);
        int folds = args.length > 1 && !args[1].isBlank() ? Integer.parseInt(args[1]) : 0;
        List<Verdict> verdicts = folds > 1
                ? new CrossValidation(Corpus.ofResource(SEED).tips(), folds, SEED).judge(set.tips(), false)
                : byShippedModel(set.tips());
        new Report(verdicts).print(out, true);
    }

    private static List<Verdict> byShippedModel(List<LabelledTip> tips) {
        Judge judge = Judge.ofResources();
        return tips.stream()
                .map(tip -> new Verdict(tip, judge.judge(tip.text(), Circumstances.plain()), judge.whenOf(tip.text())))
                .toList();
    }
}
