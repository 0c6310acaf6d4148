package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaddersTest {
    private static final String LADDER = "%1$s.0=thana\n%1$s.5=sp\n%1$s.exhausted=9\n%1$s.acknowledgements=1\n";

    private static Ladders of(String more) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(
                LADDER.formatted("critical") + LADDER.formatted("high") + LADDER.formatted("conduct") + more));
        return new Ladders(settings);
    }

    private static List<Long> minutes(Ladder ladder) {
        return ladder.rungs().stream().map(Rung::after).map(Duration::toMinutes).toList();
    }

    @Test
    void theShippedLaddersClimbAsTheDistrictWants() {
        Ladders ladders = Ladders.ofResources();
        Ladder critical = ladders.of(Priority.CRITICAL, Category.VIOLENCE);
        assertThat(minutes(critical)).containsExactly(0L, 3L, 6L, 10L);
        assertThat(critical.rungs().getFirst().posts()).containsExactlyInAnyOrder(Post.THANA, Post.CONTROL_ROOM);
        assertThat(critical.rungs().getLast().posts()).containsExactly(Post.SP);
        assertThat(minutes(ladders.of(Priority.HIGH, Category.THEFT))).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void aDrugTipCallsTheSdopOnItsFirstRung() {
        assertThat(Ladders.ofResources()
                        .of(Priority.HIGH, Category.LIQUOR_NARCOTICS)
                        .rungs()
                        .getFirst()
                        .posts())
                .containsExactlyInAnyOrder(Post.THANA, Post.SDOP);
    }

    @Test
    void aComplaintAgainstPoliceCallsNobodyButTheSp() {
        for (Priority priority : List.of(Priority.CRITICAL, Priority.HIGH)) {
            assertThat(Ladders.ofResources()
                            .of(priority, Category.POLICE_CONDUCT)
                            .rungs())
                    .allSatisfy(rung -> assertThat(rung.posts()).containsExactly(Post.SP));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "critical.0=nobody, critical.0",
        "critical.exhausted=4, 'critical'",
        "critical.acknowledgements=3, 'critical'",
        "high.acknowledgements=, high.acknowledgements",
        "copy.FIREWORKS=sdop, copy.FIREWORKS",
    })
    void aSettingThatMakesNoSenseIsNamed(String setting, String named) {
        assertThatThrownBy(() -> of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void theRungsAreSettings() throws IOException {
        assertThat(minutes(of("high.2=sdop\n").of(Priority.HIGH, Category.THEFT)))
                .containsExactly(0L, 2L, 5L);
    }
}
