package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryTest {

    @Test
    void backOffDoublesUpToItsCapAndDrawsAnywhereBelow() {
        assertThat(Retry.NOW_BACKOFF.pause(1, drawing(1))).contains(Duration.ofSeconds(2));
        assertThat(Retry.NOW_BACKOFF.pause(5, drawing(1))).contains(Duration.ofSeconds(32));
        assertThat(Retry.NOW_BACKOFF.pause(5, drawing(0.5))).contains(Duration.ofSeconds(16));
        assertThat(Retry.NOW_BACKOFF.pause(5, drawing(0))).contains(Duration.ofSeconds(2));
        assertThat(Retry.NOW_BACKOFF.pause(40, drawing(1))).contains(Duration.ofMinutes(30));
    }

    @Test
    void onePersonIsLeftFourToThePowerOfTheAttemptSeconds() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(Retry.THIS_PERSON_LATER.pause(attempt, drawing(0)))
                    .contains(Duration.ofSeconds((long) Math.pow(4, attempt)));
        }
    }

    @Test
    void anOperatorIsWaitedForAQuarterToHalfAnHourAtATimeHoweverOften() {
        assertThat(Retry.OPERATOR.pause(1, drawing(0))).contains(Duration.ofMinutes(15));
        assertThat(Retry.OPERATOR.pause(90, drawing(1))).contains(Duration.ofMinutes(30));
    }

    @Test
    void whatMayBeForGoodIsTriedFourTimes() {
        assertThat(Retry.FEW_TRIES.pause(3, drawing(1))).isPresent();
        assertThat(Retry.FEW_TRIES.pause(4, drawing(1))).isEmpty();
    }

    @Test
    void neverIsNeverAndTheTemplateIsNoRetry() {
        assertThat(Retry.NEVER.pause(1, drawing(1))).isEqualTo(Optional.empty());
        assertThat(Retry.AS_TEMPLATE.pause(1, drawing(1))).isEqualTo(Optional.empty());
    }

    /** Randomness that always draws the same share of one. */
    private static RandomGenerator drawing(double share) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("only nextDouble is drawn");
            }

            @Override
            public double nextDouble() {
                return share;
            }
        };
    }
}
