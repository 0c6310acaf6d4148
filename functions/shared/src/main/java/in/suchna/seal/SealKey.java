package in.suchna.seal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * The private half of the seal's key, in KMS. CloudTrail has every use. After a change of keys there are two: what one can't
 * open, the other may.
 *
 * <p>What KMS unwrapped is kept for {@link #KEPT}, at most {@value #MOST_KEPT} keys: the webhook seals a minute's messages
 * with one key, and a burst of answers shall not wait for, or pay for, one RSA operation each.
 */
public final class SealKey implements Opener.Unwrap {
    /** How long an unwrapped key serves without asking KMS. */
    public static final Duration KEPT = Duration.ofSeconds(60);

    /** How many unwrapped keys are kept at most. */
    public static final int MOST_KEPT = 256;

    private static final int CONTENT_KEY_BYTES = 32;

    private final KmsClient kms;
    private final List<String> keyIds;
    private final Clock clock;
    private final Map<ByteBuffer, Unwrapped> kept = new ConcurrentHashMap<>();

    private record Unwrapped(SecretKeySpec key, Instant until) {}

    /** @param keyIds the ids of the keys, the newest first, with commas between, as the template's {@code SEAL_KEYS} has them */
    public SealKey(KmsClient kms, String keyIds, Clock clock) {
        this.kms = kms;
        this.keyIds = List.of(keyIds.split(","));
        this.clock = clock;
    }

    /**
     * Unwraps a content key.
     *
     * @throws SealBroken if this key can't open it, now or ever; KMS's other errors pass through, for they end
     */
    @Override
    public byte[] unwrap(byte[] wrapped) {
        Instant now = clock.instant();
        kept.values().removeIf(old -> !now.isBefore(old.until()));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(
                        ByteBuffer.wrap(wrapped.clone()),
                        _ -> new Unwrapped(new SecretKeySpec(askKms(wrapped), "AES"), now.plus(KEPT)))
                .key()
                .getEncoded();
    }

    private byte[] askKms(byte[] wrapped) {
        for (String keyId : keyIds) {
            Optional<byte[]> contentKey = askKms(keyId, wrapped);
            if (contentKey.isPresent()) {
                return checked(contentKey.get());
            }
        }
        throw new SealBroken("The seal's key can't unwrap this");
    }

    /** Empty if another key wrapped it, or none. */
    private Optional<byte[]> askKms(String keyId, byte[] wrapped) {
        try {
            return Optional.of(kms.decrypt(DecryptRequest.builder()
                            .keyId(keyId)
                            .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                            .ciphertextBlob(SdkBytes.fromByteArrayUnsafe(wrapped))
                            .build())
                    .plaintext()
                    .asByteArray());
        } catch (InvalidCiphertextException _) {
            return Optional.empty();
        }
    }

    private static byte[] checked(byte[] contentKey) {
        if (contentKey.length != CONTENT_KEY_BYTES) {
            throw new SealBroken("A wrapped key has " + contentKey.length + " bytes, not " + CONTENT_KEY_BYTES);
        }
        return contentKey;
    }
}
