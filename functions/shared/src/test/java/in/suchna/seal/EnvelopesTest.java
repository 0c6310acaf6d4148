package in.suchna.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnvelopesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static byte[] publicKey = new byte[0];

    private final Envelopes envelopes = new Envelopes(new Sealer(publicKey, SecureRandom::new));

    @BeforeAll
    static void makeKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        publicKey = generator.generateKeyPair().getPublic().getEncoded();
    }

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
