package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaddersTest {
    private static final String LADDER = "%1$s.0=thana\n%1$s.5=sp\n%1$s.exhausted=9\n%1$s.acknowledgements=1\n";

    private static final Optional<Thana> NOWHERE = Optional.empty();
    private static final Thana BORAI = new Thana("Borai");
    private static final String FOREST = "forest.stations=Borai, City Kotwali\n" + LADDER.formatted("forest.high");

    private static Ladders of(String more) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(
                LADDER.formatted("critical") + LADDER.formatted("high") + LADDER.formatted("conduct") + more));
        return new Ladders(settings, District.ofResources());
    }

    private static List<Long> minutes(Ladder ladder) {
        return ladder.rungs().stream().map(Rung::after).map(Duration::toMinutes).toList();
    }

    @Test
    void theShippedLaddersClimbAsTheDistrictWants() {
        Ladders ladders = Ladders.ofResources();
        Ladder critical = ladders.of(Priority.CRITICAL, Category.VIOLENCE, NOWHERE);
        assertThat(minutes(critical)).containsExactly(0L, 3L, 6L, 10L);
        assertThat(critical.rungs().getFirst().posts()).containsExactlyInAnyOrder(Post.THANA, Post.CONTROL_ROOM);
        assertThat(critical.rungs().getLast().posts()).containsExactly(Post.SP);
        assertThat(minutes(ladders.of(Priority.HIGH, Category.THEFT, NOWHERE))).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void aDrugTipCallsTheSdopOnItsFirstRung() {
        assertThat(Ladders.ofResources()
                        .of(Priority.HIGH, Category.LIQUOR_NARCOTICS, NOWHERE)
                        .rungs()
                        .getFirst()
                        .posts())
                .containsExactlyInAnyOrder(Post.THANA, Post.SDOP);
    }

    @Test
    void aComplaintAgainstPoliceCallsNobodyButTheSp() {
        for (Priority priority : List.of(Priority.CRITICAL, Priority.HIGH)) {
            assertThat(Ladders.ofResources()
                            .of(priority, Category.POLICE_CONDUCT, Optional.of(BORAI))
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
        "critcal.3=sdop, critcal.3",
        "critical.3min=sdop, critical.3min",
        "critical.05=sdop, 'critical'",
        "critical.acknowledgements=0, 'critical'",
        "forest.stations=Borai, forest.stations",
        "forest.high.0=thana, forest.high.0",
    })
    void aSettingThatMakesNoSenseIsNamed(String setting, String named) {
        assertThatThrownBy(() -> of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void theRungsAreSettings() throws IOException {
        assertThat(minutes(of("high.2=sdop\n").of(Priority.HIGH, Category.THEFT, NOWHERE)))
                .containsExactly(0L, 2L, 5L);
    }

    @Test
    void aStationOfAGroupHasItsOwnLadderAndTheDistrictsWhereTheGroupSaysNothing() throws IOException {
        Ladders ladders = of(FOREST + "forest.high.2=station-head\n");
        assertThat(minutes(ladders.of(Priority.HIGH, Category.THEFT, Optional.of(BORAI))))
                .containsExactly(0L, 2L, 5L);
        assertThat(minutes(ladders.of(Priority.CRITICAL, Category.THEFT, Optional.of(BORAI))))
                .containsExactly(0L, 5L);
        for (Optional<Thana> other : List.of(NOWHERE, Optional.of(new Thana("Kurud")))) {
            assertThat(minutes(ladders.of(Priority.HIGH, Category.THEFT, other)))
                    .containsExactly(0L, 5L);
        }
    }

    @Test
    void aGroupsMistakesAreNamed() {
        assertThatThrownBy(() -> of(FOREST.replace("Borai", "Bori"))).hasMessageContaining("Bori");
        assertThatThrownBy(() -> of(FOREST + FOREST.replace("forest", "hills"))).hasMessageContaining("Borai");
        assertThatThrownBy(() -> of(FOREST + "forest.high.exhausted=1")).hasMessageContaining("'forest.high'");
        assertThatThrownBy(() -> of(FOREST + "forest.low.0=sp")).hasMessageContaining("forest.low.0");
        assertThatThrownBy(() -> of(FOREST.replace("forest.high.0", "forest.high.1")))
                .hasMessageContaining("'forest.high'")
                .hasMessageContaining("0 minutes");
    }

    @Test
    void aCommaTooManyBetweenStationsDoesNoHarm() throws IOException {
        Ladders ladders = of(FOREST.replace("Borai,", ",Borai,,") + "forest.high.2=station-head\n");
        assertThat(minutes(ladders.of(Priority.HIGH, Category.THEFT, Optional.of(BORAI))))
                .containsExactly(0L, 2L, 5L);
    }

    @Test
    void aLadderMayBeExhaustedWithItsLastRung() throws IOException {
        Ladder ladder = of("critical.exhausted=5\n").of(Priority.CRITICAL, Category.THEFT, NOWHERE);
        assertThat(ladder.exhausted()).isEqualTo(ladder.rungs().getLast().after());
    }

    @Test
    void aTipWhoseStationIsLearntIsAsHighOnItsLadderAsTimeHasGot() throws IOException {
        Ladders ladders = of(FOREST + "forest.high.2=station-head\nforest.high.4=sdop\nhigh.3=sdop\n");
        Climb climb = new Climb(
                new Reference("0000000"),
                0,
                Priority.HIGH,
                Category.THEFT,
                NOWHERE,
                Instant.EPOCH,
                ClimbState.CLIMBING,
                2,
                List.of(),
                1);
        // told at 0 and 3 minutes; the forest's are 0, 2, 4 and 5
        Climb moved = climb.movedTo(Optional.of(BORAI), ladders);
        assertThat(moved.nextRung()).isEqualTo(2);
        assertThat(moved.dueAt(ladders.of(moved))).contains(Instant.EPOCH.plus(Duration.ofMinutes(4)));
        assertThat(climb.before(0).movedTo(Optional.of(BORAI), ladders).nextRung())
                .isZero();
        assertThat(climb.before(3).movedTo(Optional.of(BORAI), ladders).nextRung())
                .isEqualTo(4);
    }

    @Test
    void theExampleInTheShippedFileIsRight() throws IOException {
        String shipped = Files.readString(Path.of("src/main/resources/in/suchna/duty/ladder.properties"));
        Properties settings = new Properties();
        settings.load(new StringReader(shipped.replace("#   forest", "forest")));
        Ladders ladders = new Ladders(settings, District.ofResources());
        assertThat(minutes(ladders.of(Priority.HIGH, Category.THEFT, Optional.of(BORAI))))
                .containsExactly(0L, 5L, 15L);
    }
}
