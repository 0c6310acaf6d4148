package in.suchna.intake.triage;

import in.suchna.intake.judge.Circumstances;
import in.suchna.intake.judge.Judge;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Judges a labelled set and prints the figures: {@code mvn -q -Ptriage -Dset=FILE}. */
public final class Evaluation {

    private Evaluation() {}

    /** @param args the file */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LabelledSet set = LabelledSet.read(Path.of(args[0]));
        set.broken().forEach(out::println);
        Judge judge = Judge.ofResources();
        new Report(set.tips().stream()
                        .map(tip -> new Verdict(
                                tip, judge.judge(tip.text(), Circumstances.plain()), judge.whenOf(tip.text())))
                        .toList())
                .print(out, true);
    }
}
