package in.suchna.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.simulate.Planted.Discovery;
import in.suchna.simulate.Season.Found;
import in.suchna.simulate.plan.Planner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few days and a few planted bugs; many by {@code mvn -q -Psimulate}. */
class SimulationTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Founding FOUNDING = new Founding(ROOT);
    private static final int SEEDS = 200;

    private static Season season() {
        return new Season(FOUNDING, SimulationTest.class.getClassLoader());
    }

    @Test
    void daysFullOfFaultsKeepEveryPromise() {
        Season season = season();
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(season.live(seed).map(Found::broken)).as("seed %d", seed).isEmpty();
        }
        assertThat(season.faults()).as("faults that struck").hasSizeGreaterThan(12);
    }

    @Test
    void aSeedTellsTheSameStoryEachTime() {
        List<String> story = season().told(Planner.of(44));
        assertThat(story).hasSizeGreaterThan(100);
        assertThat(season().told(Planner.of(44))).isEqualTo(story);
    }

    @ParameterizedTest
    @CsvSource({"01-,what was kept is taken down,2", "09-,who is on call is told,2", "10-,nobody is told who wrote,1"})
    void aPlantedBugIsFoundWithinAFewDaysAndToldInAFewSteps(String patch, String promise, int mostSteps)
            throws IOException {
        Planted planted = new Planted(ROOT);
        Path chosen = planted.patches().stream()
                .filter(file -> file.getFileName().toString().startsWith(patch))
                .findFirst()
                .orElseThrow();
        Optional<Discovery> discovery = planted.find(chosen, SEEDS);
        assertThat(discovery.map(found -> found.found().promise()))
                .hasValueSatisfying(broken -> assertThat(broken).startsWith(promise));
        assertThat(discovery.orElseThrow().found().plan().steps()).hasSizeLessThanOrEqualTo(mostSteps);
        assertThat(discovery.orElseThrow().story()).last().asString().startsWith("BROKEN");
    }

    @Test
    void everyPlantedBugStillFitsIntoTheSources() throws IOException {
        Planted planted = new Planted(ROOT);
        List<Path> patches = planted.patches();
        assertThat(patches).hasSizeGreaterThanOrEqualTo(10);
        PatchedSources sources = new PatchedSources(ROOT);
        for (Path patch : patches) {
            assertThat(sources.patched(patch)).as("%s", patch).isNotEqualTo(sources.original(patch));
        }
    }
}
