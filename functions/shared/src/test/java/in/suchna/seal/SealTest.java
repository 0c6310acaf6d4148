package in.suchna.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] WORDS = "किसने बताया".getBytes(StandardCharsets.UTF_8);
    private static KeyPair pair;
    private static Sealer sealer;
    private static Opener opener;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        pair = generator.generateKeyPair();
        sealer = new Sealer(pair.getPublic().getEncoded(), SecureRandom::new);
        opener = new Opener(SealTest::unwrap);
    }

    private static byte[] unwrap(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance(Sealer.WRAPPING);
            cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate(), Sealer.OAEP);
            return cipher.doFinal(wrapped);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("unwrap", e);
        }
    }

    @Test
    void whatWasSealedIsOpenedForTheSamePurpose() {
        Sealed sealed = sealer.envelope().seal(Purpose.ORIGINAL, WORDS);
        assertThat(opener.open(Purpose.ORIGINAL, sealed)).isEqualTo(WORDS);
    }

    @Test
    void anAddressCantBeOpenedAsAnOriginal() {
        Sealed sealed = sealer.envelope().seal(Purpose.ADDRESS, WORDS);
        assertThatThrownBy(() -> opener.open(Purpose.ORIGINAL, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void oneChangedByteIsNoticed() {
        Sealed sealed = sealer.envelope().seal(Purpose.ADDRESS, WORDS);
        byte[] changed = sealed.bytes().clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> opener.open(Purpose.ADDRESS, new Sealed(changed)))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void twoThingsInOneEnvelopeShareTheKeyAndNothingElse() {
        Sealer.Envelope envelope = sealer.envelope();
        Sealed first = envelope.seal(Purpose.ADDRESS, WORDS);
        Sealed second = envelope.seal(Purpose.ADDRESS, WORDS);
        assertThat(first).isNotEqualTo(second);
        assertThat(opener.open(Purpose.ADDRESS, first)).isEqualTo(opener.open(Purpose.ADDRESS, second));
    }

    @Test
    void bytesThatAreNoSealAreRefused() {
        assertThatThrownBy(() -> new Sealed(new byte[20])).isInstanceOf(SealBroken.class);
    }

    @Test
    void anAddressIsReadBackAndShowsNothingWhenPrinted() {
        Address address = new Address(Optional.of("915555000001"), Optional.empty(), Optional.of("wamid.invented"));
        assertThat(Address.of(address.bytes())).isEqualTo(address);
        assertThat(address.toString()).doesNotContain("5555").doesNotContain("wamid.");
    }

    @Test
    void aDamagedAddressIsNotQuotedInTheError() {
        assertThatThrownBy(() -> Address.of("915555000001 {".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SealBroken.class)
                .hasMessageNotContaining("5555")
                .hasNoCause();
    }
}
