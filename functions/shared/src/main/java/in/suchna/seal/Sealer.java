package in.suchna.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** Seals to the public half of the seal's key. Needs no AWS call, and can't open what it sealed. */
public final class Sealer {

    /** What KMS calls {@code RSAES_OAEP_SHA_256}: SHA-256 for the label and for MGF1. */
    static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    static final String WRAPPING = "RSA/ECB/OAEPPadding";
    static final String CONTENT = "AES/GCM/NoPadding";
    static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final PublicKey key;
    private final Supplier<SecureRandom> random;

    /**
     * @param publicKey the DER SubjectPublicKeyInfo that KMS {@code GetPublicKey} answers with
     * @param random asked anew for each envelope, so that a restored snapshot never repeats a key
     * @throws SealBroken if the bytes are no RSA public key
     */
    public Sealer(byte[] publicKey, Supplier<SecureRandom> random) {
        try {
            this.key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("The seal's public key is no RSA key in DER form", e);
        }
        this.random = random;
    }

    /** Begins an envelope: things sealed in it share one wrapped key, so RSA is done once. */
    public Envelope envelope() {
        SecureRandom source = random.get();
        byte[] contentKey = new byte[KEY_BYTES];
        source.nextBytes(contentKey);
        try {
            Cipher wrap = Cipher.getInstance(WRAPPING);
            wrap.init(Cipher.ENCRYPT_MODE, key, OAEP, source);
            return new Envelope(wrap.doFinal(contentKey), new SecretKeySpec(contentKey, "AES"), source);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("The seal's public key can't wrap; it must be RSA-4096", e);
        }
    }

    /** One wrapped key and what it seals. */
    public static final class Envelope {
        private final byte[] wrapped;
        private final SecretKeySpec contentKey;
        // kept for the next, for looking a cipher up costs more than sealing a short message
        private final Queue<Cipher> idle = new ConcurrentLinkedQueue<>();
        private final SecureRandom source;

        private Envelope(byte[] wrapped, SecretKeySpec contentKey, SecureRandom source) {
            this.wrapped = wrapped;
            this.contentKey = contentKey;
            this.source = source;
        }

        /** Seals bytes for a purpose. */
        public Sealed seal(Purpose purpose, byte[] content) {
            byte[] nonce = new byte[Sealed.NONCE];
            source.nextBytes(nonce);
            try {
                Cipher ready = idle.poll();
                Cipher cipher = ready == null ? Cipher.getInstance(CONTENT) : ready;
                cipher.init(Cipher.ENCRYPT_MODE, contentKey, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD(purpose.name().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                byte[] sealed = new byte[Sealed.HEADER + cipher.getOutputSize(content.length)];
                sealed[0] = Sealed.VERSION;
                System.arraycopy(wrapped, 0, sealed, 1, Sealed.WRAPPED_KEY);
                System.arraycopy(nonce, 0, sealed, 1 + Sealed.WRAPPED_KEY, Sealed.NONCE);
                cipher.doFinal(content, 0, content.length, sealed, Sealed.HEADER);
                idle.add(cipher);
                return new Sealed(sealed);
            } catch (GeneralSecurityException e) {
                throw new SealBroken("AES-256-GCM is not to be had in this Java", e);
            }
        }
    }
}
