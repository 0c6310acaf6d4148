package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import in.suchna.intake.triage.LabelledSet;
import in.suchna.intake.triage.LabelledTip;
import in.suchna.intake.triage.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final Path DEVELOPMENT = Path.of("../../../shared/triage/dev.jsonl");
    private static final int FOLDS = 5;

    @Test
    void theSameSeedTrainsTheSameModel() throws IOException {
        List<LabelledTip> some = Corpus.ofResource(1).tips().subList(0, 150);
        assertThat(trained(some)).isEqualTo(trained(some));
    }

    private static byte[] trained(List<LabelledTip> tips) throws IOException {
        Trainer trainer = new Trainer(7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trainer.train(trainer.examples(tips), 2).write(out);
        return out.toByteArray();
    }

    @Test
    void unseenPartsOfTheDevelopmentSetAreJudgedAboveTheBars() throws IOException {
        assumeTrue(Files.isReadable(DEVELOPMENT), "the development set lies beside a checkout, not in it");
        List<LabelledTip> set = LabelledSet.read(DEVELOPMENT).tips();
        Report report = new Report(
                new CrossValidation(Corpus.ofResource(Training.SEED).tips(), FOLDS, Training.SEED).judge(set, true));
        assertThat(report.smsRecall().value()).isGreaterThanOrEqualTo(0.97);
        assertThat(report.smsPrecision().value()).isGreaterThanOrEqualTo(0.90);
        assertThat(report.criticalRecall().value()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void aBrokenLineOfASetIsToldByItsNumber(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("set.jsonl"), """
                {"text":"ok","category":"NOT_A_TIP","priority":"LOW"}
                no json
                {"text":"ok","category":"NOT_A_TIP"}
                """);
        LabelledSet set = LabelledSet.read(file);
        assertThat(set.tips()).hasSize(1);
        assertThat(set.broken()).containsExactly("line 2: not a JSON object", "line 3: no priority");
    }
}
