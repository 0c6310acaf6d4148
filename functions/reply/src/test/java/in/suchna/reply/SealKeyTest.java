package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.localaws.MovingClock;
import in.suchna.seal.SealBroken;
import in.suchna.seal.SealKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

class SealKeyTest {
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final CountingKms kms = new CountingKms();
    private final SealKey key = new SealKey(kms, "a-key", clock);

    /** Unwraps anything to 32 times its first byte. */
    private static final class CountingKms implements KmsClient {
        private final Set<String> refusing = new HashSet<>();
        private int calls;

        @Override
        public DecryptResponse decrypt(DecryptRequest request) {
            calls++;
            if (refusing.contains(request.keyId())) {
                throw InvalidCiphertextException.builder().build();
            }
            byte[] contentKey = new byte[32];
            java.util.Arrays.fill(contentKey, request.ciphertextBlob().asByteArray()[0]);
            return DecryptResponse.builder()
                    .plaintext(SdkBytes.fromByteArray(contentKey))
                    .build();
        }

        @Override
        public String serviceName() {
            return "kms";
        }

        @Override
        public void close() {}
    }

    private static byte[] wrapped(int n) {
        return new byte[] {(byte) n, (byte) (n >> 8)};
    }

    @Test
    void aKeyIsUnwrappedOnceForAMinute() {
        byte[] first = key.unwrap(wrapped(7));
        clock.move(SealKey.KEPT.minusMillis(1));
        assertThat(key.unwrap(wrapped(7))).isEqualTo(first).hasSize(32).containsOnly(7);
        assertThat(kms.calls).isEqualTo(1);
    }

    @Test
    void afterAMinuteKmsIsAskedAgain() {
        key.unwrap(wrapped(7));
        clock.move(SealKey.KEPT);
        assertThat(key.unwrap(wrapped(7))).containsOnly(7);
        assertThat(kms.calls).isEqualTo(2);
    }

    @Test
    void anotherKeyIsAnotherCall() {
        key.unwrap(wrapped(7));
        assertThat(key.unwrap(wrapped(8))).containsOnly(8);
        assertThat(kms.calls).isEqualTo(2);
    }

    @Test
    void whatTheNewKeyCantOpenTheFormerOneOpens() {
        kms.refusing.add("new");
        assertThat(new SealKey(kms, "new,former", clock).unwrap(wrapped(7))).containsOnly(7);
        assertThat(kms.calls).isEqualTo(2);
    }

    @Test
    void whatNoKeyOpensIsBroken() {
        kms.refusing.addAll(List.of("new", "former"));
        assertThatThrownBy(() -> new SealKey(kms, "new,former", clock).unwrap(wrapped(7)))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void noMoreKeysAreKeptThanTheLimit() {
        for (int n = 0; n <= SealKey.MOST_KEPT; n++) {
            key.unwrap(wrapped(n));
        }
        key.unwrap(wrapped(0));
        assertThat(kms.calls).isEqualTo(SealKey.MOST_KEPT + 2);
    }

    @Test
    void whoChangesTheBytesHandedInOrOutDoesNotChangeWhatIsKept() {
        byte[] handed = wrapped(7);
        key.unwrap(handed)[0] = 99;
        handed[0] = 1;
        assertThat(key.unwrap(wrapped(7))).containsOnly(7);
        assertThat(kms.calls).isEqualTo(1);
    }
}
