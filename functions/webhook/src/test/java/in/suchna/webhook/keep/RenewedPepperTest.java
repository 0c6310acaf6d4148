package in.suchna.webhook.keep;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.message.KeptMessage;
import in.suchna.seal.Envelopes;
import in.suchna.seal.Pepper;
import in.suchna.seal.Sealer;
import in.suchna.webhook.Bodies;
import in.suchna.webhook.body.Body;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RenewedPepperTest {
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final String OLD = "a pepper of thirty-two characters";
    private static byte[] publicKey = new byte[0];

    @BeforeAll
    static void makeKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        publicKey = generator.generateKeyPair().getPublic().getEncoded();
    }

    private static KeptMessage row(Pepper pepper) {
        byte[] body = Bodies.textBody("someone sells liquor").getBytes(StandardCharsets.UTF_8);
        Rows rows = new Rows(pepper, new Envelopes(new Sealer(publicKey, SecureRandom::new)), NOW);
        return rows.of(Body.read(body).getFirst()) instanceof Kept.Message(var _, KeptMessage row)
                ? row
                : org.junit.jupiter.api.Assertions.fail("A text is a message");
    }

    @Test
    void whoWroteBeforeThePepperWasRenewedIsFoundUnderTheirEarlierId() {
        KeptMessage before = row(Pepper.ofSecret(OLD));
        KeptMessage after = row(Pepper.ofSecret("a newer pepper, drawn in a better year\n" + OLD));

        assertThat(after.citizen()).isNotEqualTo(before.citizen());
        assertThat(after.aliases())
                .containsAll(before.aliases())
                .contains(before.citizen().orElseThrow());
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.content()).isEqualTo(before.content());
    }
}
