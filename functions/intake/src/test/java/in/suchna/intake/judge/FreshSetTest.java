package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.intake.triage.LabelledSet;
import in.suchna.intake.triage.Report;
import in.suchna.intake.triage.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shipped judge on tips nobody trained it with. */
class FreshSetTest {

    @Test
    void theShippedModelHoldsItsBarsOnTheFreshSet() throws IOException {
        Path fresh = Path.of("src/test/resources/in/suchna/intake/triage/fresh.jsonl");
        Judge judge = Judge.ofResources();
        Report report = new Report(LabelledSet.read(fresh).tips().stream()
                .map(tip -> new Verdict(tip, judge.judge(tip.text(), Circumstances.plain()), When.UNKNOWN))
                .toList());
        assertThat(report.smsRecall().value()).isGreaterThanOrEqualTo(0.95);
        assertThat(report.smsPrecision().value()).isGreaterThanOrEqualTo(0.90);
        assertThat(report.criticalRecall().value()).isGreaterThanOrEqualTo(0.95);
    }
}
