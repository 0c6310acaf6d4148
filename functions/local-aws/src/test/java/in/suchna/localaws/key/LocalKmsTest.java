package in.suchna.localaws.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.seal.Opener;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealed;
import in.suchna.seal.Sealer;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

class LocalKmsTest {
    private static final Path FILE = Path.of("../../target/local-aws/seal-key.der");

    private final LocalKms kms = new LocalKms("seal", FILE);

    private byte[] decrypt(byte[] wrapped) {
        return kms.decrypt(d -> d.keyId("seal")
                        .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                        .ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
                .plaintext()
                .asByteArray();
    }

    @Test
    void whatIsSealedToThePublicHalfIsOpenedByDecrypt() {
        SecureRandom random = new SecureRandom();
        byte[] publicKey = kms.getPublicKey(k -> k.keyId("seal")).publicKey().asByteArray();
        Sealed sealed = new Sealer(publicKey, () -> random).envelope().seal(Purpose.ADDRESS, new byte[] {1, 2, 3});

        assertThat(new Opener(this::decrypt).open(Purpose.ADDRESS, sealed)).containsExactly(1, 2, 3);
    }

    @Test
    void aKeyIsTheSameAtTheNextStart() {
        assertThat(new LocalKms("seal", FILE).getPublicKey(k -> k.keyId("seal")))
                .isEqualTo(kms.getPublicKey(k -> k.keyId("seal")));
    }

    @Test
    void damagedBytesAndOtherKeysAreRefused() {
        assertThatThrownBy(() -> decrypt(new byte[512])).isInstanceOf(InvalidCiphertextException.class);
        assertThatThrownBy(() -> kms.getPublicKey(k -> k.keyId("other"))).isInstanceOf(NotFoundException.class);
    }
}
