package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant BEGIN = Instant.parse("2026-11-24T18:30:00Z");

    private static Instant minute(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    private static Pace at(int... minutes) {
        Pace pace = Pace.NONE;
        for (int minute : minutes) {
            pace = pace.with(minute(minute));
        }
        return pace;
    }

    @Test
    void fiveInAQuarterAreSentAndTheSixthWaitsUntilTheFirstIsAQuarterOld() {
        assertThat(at(0, 1, 2, 3).heldUntil(minute(4))).isEmpty();
        assertThat(at(0, 1, 2, 3, 4).heldUntil(minute(5))).contains(minute(15));
        assertThat(at(0, 1, 2, 3, 4).heldUntil(minute(15))).isEmpty();
    }

    @Test
    void elevenInAnHourAreSentAndTheTwelfthWaitsUntilTheFirstIsAnHourOld() {
        Pace eleven = at(0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40);
        assertThat(eleven.heldUntil(minute(44))).contains(minute(60));
        assertThat(eleven.heldUntil(minute(60))).isEqualTo(Optional.empty());
    }

    @Test
    void anSmsThatIsCountedLateHasTheTimeItWent() {
        assertThat(at(4, 3, 2, 1, 0).heldUntil(minute(5))).contains(minute(15));
    }

    @Test
    void onlyTheLastElevenAreRemembered() {
        Pace pace = Pace.NONE;
        for (int minute = 0; minute < 1_000; minute++) {
            pace = pace.with(minute(minute));
        }
        assertThat(pace.sent()).hasSize(Pace.MOST_IN_AN_HOUR).endsWith(minute(999));
    }
}
