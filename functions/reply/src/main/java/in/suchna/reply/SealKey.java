package in.suchna.reply;

import in.suchna.seal.Opener;
import in.suchna.seal.SealBroken;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** The private half of the seal's key, in KMS. CloudTrail has every use. */
final class SealKey implements Opener.Unwrap {
    private static final int CONTENT_KEY_BYTES = 32;

    private final KmsClient kms;
    private final String keyId;

    SealKey(KmsClient kms, String keyId) {
        this.kms = kms;
        this.keyId = keyId;
    }

    /**
     * Unwraps a content key.
     *
     * @throws SealBroken if this key can't open it, now or ever; KMS's other errors pass through, for they end
     */
    @Override
    public byte[] unwrap(byte[] wrapped) {
        byte[] contentKey;
        try {
            contentKey = kms.decrypt(DecryptRequest.builder()
                            .keyId(keyId)
                            .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                            .ciphertextBlob(SdkBytes.fromByteArrayUnsafe(wrapped))
                            .build())
                    .plaintext()
                    .asByteArray();
        } catch (InvalidCiphertextException e) {
            throw new SealBroken("The seal's key can't unwrap this", e);
        }
        if (contentKey.length != CONTENT_KEY_BYTES) {
            throw new SealBroken("A wrapped key has " + contentKey.length + " bytes, not " + CONTENT_KEY_BYTES);
        }
        return contentKey;
    }
}
