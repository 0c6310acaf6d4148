package in.suchna.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    private final Moving clock = new Moving();
    private final CountingKms kms = new CountingKms();
    private final SealKey key = new SealKey(kms, "a-key", clock);

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-11-24T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Unwraps anything to 32 times its first byte. */
    private static final class CountingKms implements KmsClient {
        private final Set<String> refusing = new HashSet<>();
        private int calls;
        private int bytes = 32;

        @Override
        public DecryptResponse decrypt(DecryptRequest request) {
            calls++;
            if (refusing.contains(request.keyId())) {
                throw InvalidCiphertextException.builder().build();
            }
            byte[] contentKey = new byte[bytes];
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
    void aKeyOfAnotherLengthIsNotUsed() {
        kms.bytes = 16;
        assertThatThrownBy(() -> key.unwrap(wrapped(7)))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("16 bytes");
    }

    @Test
    void noMoreKeysAreKeptThanTheLimit() {
        for (int n = 0; n <= SealKey.MOST_KEPT; n++) {
            key.unwrap(wrapped(n));
        }
        key.unwrap(wrapped(SealKey.MOST_KEPT));
        assertThat(kms.calls).as("the latest is kept").isEqualTo(SealKey.MOST_KEPT + 1);
        key.unwrap(wrapped(0));
        assertThat(kms.calls).as("the others are not").isEqualTo(SealKey.MOST_KEPT + 2);
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
