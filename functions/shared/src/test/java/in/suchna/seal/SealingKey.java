package in.suchna.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** An RSA-4096 pair as KMS has it, made once for all tests, for it takes seconds. */
final class SealingKey {
    static final KeyPair PAIR = made();

    private SealingKey() {}

    private static KeyPair made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(4096);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("This Java makes no RSA keys", e);
        }
    }
}
