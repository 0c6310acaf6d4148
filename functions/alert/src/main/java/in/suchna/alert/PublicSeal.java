package in.suchna.alert;

import in.suchna.seal.Sealer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;

/** Seals officers' numbers. The public key is read when it is first needed, for no SMS may wait for it or fail with it. */
final class PublicSeal {
    private final KmsClient kms;
    private final String key;
    private final SecureRandom random;
    private volatile @Nullable Sealer sealer;

    PublicSeal(KmsClient kms, String key, SecureRandom random) {
        this.kms = kms;
        this.key = key;
        this.random = random;
    }

    Sealer sealer() {
        Sealer ready = sealer;
        if (ready == null) {
            byte[] publicKey =
                    kms.getPublicKey(request -> request.keyId(key)).publicKey().asByteArray();
            ready = new Sealer(publicKey, () -> random);
            sealer = ready;
        }
        return ready;
    }
}
