package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Judge JUDGE = Judge.ofResources();

    @Test
    void aTapOnDangerNowAlwaysGivesCritical() {
        assertThat(JUDGE.judge("ok", Circumstances.plain().withDangerNow()).priority())
                .isEqualTo(Priority.CRITICAL);
        assertThat(JUDGE.judge("", Circumstances.plain().withDangerNow()).priority())
                .isEqualTo(Priority.CRITICAL);
        assertThat(JUDGE.judge("bachao", Circumstances.plain().withDangerNow().withManyForwards())
                        .priority())
                .isEqualTo(Priority.CRITICAL);
    }

    @Test
    void aGreetingIsNoTip() {
        assertThat(JUDGE.judge("राम राम साहब", Circumstances.plain()).category())
                .isEqualTo(Category.NOT_A_TIP);
    }
}
