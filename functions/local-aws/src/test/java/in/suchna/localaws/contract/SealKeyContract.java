package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.suchna.seal.Opener;
import in.suchna.seal.Purpose;
import in.suchna.seal.SealBroken;
import in.suchna.seal.Sealed;
import in.suchna.seal.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

abstract class SealKeyContract extends Contract {
    private static final String NO_KEY = "11111111-2222-3333-4444-555555555555";

    private final SecureRandom random = new SecureRandom();
    private final Opener opener = new Opener(wrapped -> decrypt(cloud.sealKey(), wrapped));

    SealKeyContract(Cloud cloud) {
        super(cloud);
    }

    private GetPublicKeyResponse publicKey() {
        return cloud.kms().getPublicKey(k -> k.keyId(cloud.sealKey()));
    }

    private byte[] decrypt(String key, byte[] wrapped) {
        return cloud.kms()
                .decrypt(d -> d.keyId(key)
                        .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                        .ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
                .plaintext()
                .asByteArray();
    }

    private Sealed seal(String words) {
        byte[] der = publicKey().publicKey().asByteArray();
        return new Sealer(der, () -> random).envelope().seal(Purpose.ADDRESS, words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsSealedToThePublicHalfIsOpenedByDecrypt() {
        assertThat(opener.open(Purpose.ADDRESS, seal(Invented.WORDS)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Invented.WORDS);
    }

    @Test
    void thePublicHalfIsTheSameEachTimeAndSaysWhatItIs() {
        assertThat(publicKey().publicKey()).isEqualTo(publicKey().publicKey());
        assertThat(publicKey().keySpec()).isEqualTo(KeySpec.RSA_4096);
        assertThat(publicKey().encryptionAlgorithms()).contains(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256);
    }

    @Test
    void aWrappedKeyThatWasChangedIsNotOpened() {
        byte[] bytes = seal("one").bytes().clone();
        bytes[100] ^= 1;

        // AWS and LocalKms say InvalidCiphertextException, LocalStack a bare 500: nothing finer may be relied on
        assertThatExceptionOfType(KmsException.class).isThrownBy(() -> opener.open(Purpose.ADDRESS, new Sealed(bytes)));
    }

    @Test
    void contentThatWasChangedOrIsForAnotherPurposeIsRefusedByTheSeal() {
        Sealed sealed = seal("one");
        byte[] bytes = sealed.bytes().clone();
        bytes[bytes.length - 1] ^= 1;

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> opener.open(Purpose.ADDRESS, new Sealed(bytes)));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> opener.open(Purpose.ORIGINAL, sealed));
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> cloud.kms().getPublicKey(k -> k.keyId(NO_KEY)));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> decrypt(NO_KEY, new byte[512]));
    }
}
