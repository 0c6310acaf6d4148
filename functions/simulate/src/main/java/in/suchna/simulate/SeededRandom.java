package in.suchna.simulate;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/**
 * What a function takes for chance, drawn from a seed. The keys it seals with, and what RSA pads them with, are of a few: the
 * same wrapped keys come again in all days, and the fake of KMS need open each only once.
 */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private static final int KEY_BYTES = 32;
    private static final int KEYS = 12;

    @SuppressWarnings("serial") // nobody writes it
    private final SplittableRandom random;

    SeededRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (bytes.length == KEY_BYTES) {
            new SplittableRandom(random.nextInt(KEYS)).nextBytes(bytes);
        } else {
            random.nextBytes(bytes);
        }
    }
}
