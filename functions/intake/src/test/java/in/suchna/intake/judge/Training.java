package in.suchna.intake.judge;

import in.suchna.intake.triage.LabelledSet;
import in.suchna.intake.triage.LabelledTip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the shipped model on the corpus and the labelled development set: {@code mvn -q -Ptrain-judge}. The same corpus,
 * set and lexicon give the same file.
 */
public final class Training {

    /** Decides what the corpus draws and in which order the trainer sees it. */
    public static final long SEED = 20261124;

    private Training() {}

    /** @param args where to write the model, where to write what it heard, then labelled sets to learn from besides the corpus */
    public static void main(String[] args) throws IOException {
        List<LabelledTip> tips = new ArrayList<>(Corpus.ofResource(SEED).tips());
        for (String set : List.of(args).subList(2, args.length)) {
            if (Files.isReadable(Path.of(set))) {
                tips.addAll(LabelledSet.read(Path.of(set)).tips());
            } else {
                System.out.println("Without " + set + ", which can't be read: the model learns from the corpus alone.");
            }
        }
        Trainer trainer = new Trainer(SEED);
        Model model = trainer.train(trainer.examples(tips), Decision.COUNT);
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            model.write(out);
        }
        Files.writeString(Path.of(args[1]), Heard.in(Path.of("functions/intake")) + "\n");
        System.out.println("Learnt from " + tips.size() + " tips; wrote " + args[0]);
    }
}
