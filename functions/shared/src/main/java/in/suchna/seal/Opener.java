package in.suchna.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens sealed things. Only roles that may call KMS {@code Decrypt} with the seal's key can build a working one. */
public final class Opener {

    /** Unwraps a content key with the private half: KMS {@code Decrypt} with {@code RSAES_OAEP_SHA_256}. */
    @FunctionalInterface
    public interface Unwrap {
        byte[] unwrap(byte[] wrapped);
    }

    private final Unwrap unwrap;

    public Opener(Unwrap unwrap) {
        this.unwrap = unwrap;
    }

    /** @throws SealBroken if the bytes were changed, or sealed for another purpose */
    public byte[] open(Purpose purpose, Sealed sealed) {
        byte[] bytes = sealed.bytes();
        byte[] contentKey = unwrap.unwrap(Arrays.copyOfRange(bytes, 1, 1 + Sealed.WRAPPED_KEY));
        byte[] nonce = Arrays.copyOfRange(bytes, 1 + Sealed.WRAPPED_KEY, Sealed.HEADER);
        try {
            Cipher cipher = Cipher.getInstance(Sealer.CONTENT);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(contentKey, "AES"),
                    new GCMParameterSpec(Sealer.TAG_BITS, nonce));
            cipher.updateAAD(purpose.name().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes, Sealed.HEADER, bytes.length - Sealed.HEADER);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("A sealed thing was changed, or is not for " + purpose, e);
        }
    }
}
