package in.suchna.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.seal.SealBroken;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxTest {
    private static final byte[] CONTENT = "+915555012345".getBytes(StandardCharsets.US_ASCII);
    private final SecureRandom random = new SecureRandom();

    @Test
    void aBoxOpensForItsCodeAndWhatItIsAbout() {
        for (int i = 0; i < 50; i++) {
            String code = Code.draw(random).text();
            byte[] box = Box.close(Box.keyOf(code), "R1 7K3QM9T", CONTENT, random);

            assertThat(Box.open(code, "R1 7K3QM9T", box)).contains(CONTENT);
            assertThat(Box.open(code, "R2 7K3QM9T", box)).isEmpty();
            assertThat(Box.open(Code.draw(random).text(), "R1 7K3QM9T", box)).isEmpty();
        }
    }

    @Test
    void aBoxWithAnyBitChangedDoesNotOpen() {
        String code = Code.draw(random).text();
        byte[] box = Box.close(Box.keyOf(code), "x", CONTENT, random);
        Random bits = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] changed = box.clone();
            // the top bit of an X25519 key is ignored by design
            int at = bits.nextInt(changed.length * 8);
            if (at == 31 * 8 + 7) {
                continue;
            }
            changed[at / 8] ^= (byte) (1 << (at % 8));
            assertThat(Box.open(code, "x", changed)).isEmpty();
        }
    }

    @Test
    void aKeyThatIsNoneClosesNoBox() {
        assertThatThrownBy(() -> Box.close(new byte[32], "x", CONTENT, random)).isInstanceOf(SealBroken.class);
    }

    @Test
    void aCodeIsReadAsAPersonWritesIt() {
        Code code = Code.draw(random);
        assertThat(Code.read(code.grouped().toLowerCase(java.util.Locale.ROOT))).contains(code);
        assertThat(Code.read(code.text().replace('0', 'O').replace('1', 'l'))).contains(code);
        assertThat(Code.read(code.text() + "A")).isEmpty();
        assertThat(code.toString()).doesNotContain(code.text());
    }
}
