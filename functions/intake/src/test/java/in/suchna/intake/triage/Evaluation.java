package in.suchna.intake.triage;

import in.suchna.intake.judge.Circumstances;
import in.suchna.intake.judge.Corpus;
import in.suchna.intake.judge.CrossValidation;
import in.suchna.intake.judge.Judge;
import in.suchna.intake.judge.Training;
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

    private Evaluation() {}

    /** @param args {@code --set=FILE} and {@code --folds=N}, none or 0 for the shipped model */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path file = Path.of(valueOf(args, "--set=", ""));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            out.println("No set to judge at '" + file + "'. Say -Dset=FILE: labelled tips, one JSON object a line.");
            return;
        }
        LabelledSet set = LabelledSet.read(file);
        set.broken().forEach(out::println);
        int folds = Integer.parseInt(valueOf(args, "--folds=", "0"));
        List<Verdict> verdicts = folds > 1
                ? new CrossValidation(Corpus.ofResource(Training.SEED).tips(), folds, Training.SEED)
                        .judge(set.tips(), false)
                : byShippedModel(set.tips());
        new Report(verdicts).print(out, true);
    }

    private static String valueOf(String[] args, String name, String otherwise) {
        for (String arg : args) {
            if (arg.startsWith(name)) {
                return arg.substring(name.length());
            }
        }
        return otherwise;
    }

    private static List<Verdict> byShippedModel(List<LabelledTip> tips) {
        Judge judge = Judge.ofResources();
        return tips.stream()
                .map(tip -> new Verdict(tip, judge.judge(tip.text(), Circumstances.plain()), judge.whenOf(tip.text())))
                .toList();
    }
}
