package in.suchna.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnvelopesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    private final Envelopes envelopes =
            new Envelopes(new Sealer(SealingKey.PAIR.getPublic().getEncoded(), SecureRandom::new));

    @Test
    void oneWrappedKeyServesForAMinute() {
        Sealer.Envelope first = envelopes.at(NOW);
        assertThat(envelopes.at(NOW.plusSeconds(59))).isSameAs(first);
        assertThat(envelopes.at(NOW.plus(Envelopes.WORN_AFTER))).isNotSameAs(first);
    }

    @Test
    void itServesNoMoreThanAThousandMessages() {
        Sealer.Envelope first = envelopes.at(NOW);
        for (int use = 2; use <= Envelopes.MOST_USES; use++) {
            assertThat(envelopes.at(NOW)).isSameAs(first);
        }
        assertThat(envelopes.at(NOW)).isNotSameAs(first);
    }

    @Test
    void aClockThatGoesBackWearsItOut() {
        Sealer.Envelope first = envelopes.at(NOW);
        assertThat(envelopes.at(NOW.minusSeconds(1))).isNotSameAs(first);
    }
}
