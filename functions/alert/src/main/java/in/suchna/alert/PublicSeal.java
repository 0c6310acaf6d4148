package in.suchna.alert;

import in.suchna.seal.Envelopes;
import in.suchna.seal.Sealer;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;

/** Seals officers' numbers. The public key is read when it is first needed, for no SMS may wait for it or fail with it. */
final class PublicSeal {
    private final KmsClient kms;
    private final String key;
    private final SecureRandom random;
    private volatile @Nullable Ready ready;

    private record Ready(Sealer sealer, Envelopes envelopes) {}

    PublicSeal(KmsClient kms, String key, SecureRandom random) {
        this.kms = kms;
        this.key = key;
        this.random = random;
    }

    /** The envelope for a number that is sealed now. */
    Sealer.Envelope envelopeAt(Instant now) {
        return ready().envelopes().at(now);
    }

    /** Reads the key and wraps once for nobody, for no envelope may lie in a snapshot. */
    void prime() {
        ready().sealer().envelope();
    }

    private Ready ready() {
        Ready known = ready;
        if (known == null) {
            byte[] publicKey =
                    kms.getPublicKey(request -> request.keyId(key)).publicKey().asByteArray();
            Sealer sealer = new Sealer(publicKey, () -> random);
            known = new Ready(sealer, new Envelopes(sealer));
            ready = known;
        }
        return known;
    }
}
