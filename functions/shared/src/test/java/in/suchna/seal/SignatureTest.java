package in.suchna.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {
    // the second test case of RFC 4231
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    private static final String RIGHT = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final Signature signature = new Signature("Jefe");

    @Test
    void itIsTheHmacThatTheStandardSays() {
        assertThat(signature.of(BODY)).isEqualTo(RIGHT);
    }

    @Test
    void onlyTheRightHeaderForTheseBytesIsAccepted() {
        assertThat(signature.isOf(BODY, Optional.of(RIGHT))).isTrue();
        assertThat(signature.isOf(BODY, Optional.empty())).isFalse();
        assertThat(signature.isOf(BODY, Optional.of(""))).isFalse();
        assertThat(signature.isOf(BODY, Optional.of(RIGHT.replace("sha256=", ""))))
                .isFalse();
        assertThat(signature.isOf(new byte[0], Optional.of(RIGHT))).isFalse();
        assertThat(new Signature("another").isOf(BODY, Optional.of(RIGHT))).isFalse();
    }
}
