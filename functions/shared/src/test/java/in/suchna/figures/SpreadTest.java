package in.suchna.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static Spread of(List<Integer> minutes) {
        Map<String, Long> counts = new HashMap<>();
        minutes.forEach(m -> counts.merge("read." + Spread.within(Duration.ofMinutes(m)), 1L, Long::sum));
        return Spread.of("read.", List.of(new DayFigures(DAY, counts)));
    }

    @Test
    void aShareIsToldAtMostAThirdTooLongAndNeverTooShort() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<Integer> minutes = new ArrayList<>();
            int most = 2 + random.nextInt(300 * 24 * 60);
            for (int i = 0; i < 1 + random.nextInt(200); i++) {
                minutes.add(1 + random.nextInt(most));
            }
            Collections.sort(minutes);
            for (double share : List.of(0.5, 0.9)) {
                int exact = minutes.get((int) Math.ceil(minutes.size() * share) - 1);
                assertThat(of(minutes).minutesOf(share).orElseThrow())
                        .isBetween(exact, Math.max(exact + 1, exact * 4 / 3 + 1));
            }
        }
    }

    @Test
    void aBegunMinuteIsOneAndNothingIsNoMinute() {
        assertThat(Spread.within(Duration.ZERO)).isEqualTo(1);
        assertThat(Spread.within(Duration.ofSeconds(61))).isEqualTo(2);
        assertThat(Spread.within(Duration.ofDays(9_999))).isEqualTo(400 * 24 * 60);
        assertThat(of(List.of()).minutesOf(0.5)).isEmpty();
        assertThat(of(List.of(3)).size()).isEqualTo(1);
    }
}
