package in.suchna.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] WORDS = "किसने बताया".getBytes(StandardCharsets.UTF_8);

    private final Sealer sealer = new Sealer(SealingKey.PAIR.getPublic().getEncoded(), SecureRandom::new);
    private final Opener opener = new Opener(SealTest::unwrap);

    private static byte[] unwrap(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance(Sealer.WRAPPING);
            cipher.init(Cipher.DECRYPT_MODE, SealingKey.PAIR.getPrivate(), Sealer.OAEP);
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
    void eachEnvelopeHasAKeyOfItsOwnThatNobodyCanGuess() {
        List<byte[]> keys = new ArrayList<>();
        Opener noting = new Opener(wrapped -> {
            keys.add(unwrap(wrapped));
            return keys.getLast();
        });
        for (int i = 0; i < 2; i++) {
            noting.open(Purpose.ADDRESS, sealer.envelope().seal(Purpose.ADDRESS, WORDS));
        }
        assertThat(keys.getFirst()).hasSize(32).isNotEqualTo(keys.getLast()).isNotEqualTo(new byte[32]);
    }

    @Test
    void bytesThatAreNoSealAreRefused() {
        assertThatThrownBy(() -> new Sealed(new byte[20])).isInstanceOf(SealBroken.class);
    }

    @Test
    void aSealOfALayoutThatIsNotKnownIsRefused() {
        byte[] later = sealer.envelope().seal(Purpose.ORIGINAL, WORDS).bytes().clone();
        later[0] = 2;
        assertThatThrownBy(() -> new Sealed(later)).isInstanceOf(SealBroken.class);
    }

    @Test
    void evenAnEmptyMessageIsSealedAndOpened() {
        Sealed sealed = sealer.envelope().seal(Purpose.ORIGINAL, new byte[0]);
        assertThat(opener.open(Purpose.ORIGINAL, sealed)).isEmpty();
        assertThatThrownBy(() -> new Sealed(Arrays.copyOf(sealed.bytes(), sealed.bytes().length - 1)))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void whatIsReadBackFromATableIsTheSameSealedThing() {
        Sealed sealed = sealer.envelope().seal(Purpose.ADDRESS, WORDS);
        Sealed readBack = new Sealed(sealed.bytes().clone());
        assertThat(readBack).isEqualTo(sealed).hasSameHashCodeAs(sealed);
        assertThat(sealed.equals((Object) "किसने बताया")).isFalse();
        assertThat(Set.of(sealed, sealer.envelope().seal(Purpose.ADDRESS, WORDS)))
                .contains(readBack);
    }

    @Test
    void aSealedThingPrintedTellsNoMoreThanItsLength() {
        Sealed sealed = sealer.envelope().seal(Purpose.ADDRESS, WORDS);
        assertThat(sealed).hasToString("Sealed[" + sealed.bytes().length + " bytes]");
    }

    @Test
    void aPersonIsReachedByTheirNumberOrTheirIdAndByNothingElse() {
        Optional<String> none = Optional.empty();
        Optional<String> wamid = Optional.of("wamid.invented");
        assertThat(new Address(Optional.of("915555000001"), none, none).canBeAnswered())
                .isTrue();
        assertThat(new Address(none, Optional.of("IN.invented"), none).canBeAnswered())
                .isTrue();
        assertThat(new Address(none, none, wamid).canBeAnswered()).isFalse();
    }

    @Test
    void anAddressIsReadBackAndShowsNothingWhenPrinted() {
        Address byNumber = new Address(Optional.of("915555000001"), Optional.empty(), Optional.of("wamid.invented"));
        Address byId = new Address(Optional.empty(), Optional.of("IN.invented"), Optional.empty());
        for (Address address : List.of(byNumber, byId)) {
            assertThat(Address.of(address.bytes())).isEqualTo(address);
            assertThat(address).hasToString("Address[sealed]");
        }
    }

    @Test
    void aDamagedAddressIsNotQuotedInTheError() {
        assertThatThrownBy(() -> Address.of("915555000001 {".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SealBroken.class)
                .hasMessageNotContaining("5555")
                .hasNoCause();
    }

    @Test
    void sealedBytesThatAreNoAddressAreRefused() {
        assertThatThrownBy(() -> Address.of("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SealBroken.class);
    }
}
