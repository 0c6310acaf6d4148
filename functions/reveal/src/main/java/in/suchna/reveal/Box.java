package in.suchna.reveal;

import in.suchna.seal.SealBroken;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What only the holder of a code can open: X25519 with a key made of the code, HKDF-SHA-256, AES-256-GCM. Whoever closes a
 * box knows the code's public half only; so neither the approver nor who reads the table sees what is in it.
 *
 * <p>Layout: ephemeral public key (32 bytes), nonce (12), ciphertext with its tag (16).
 */
final class Box {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);
    private static final byte[] LABEL = "suchna reveal 1".getBytes(StandardCharsets.US_ASCII);

    private Box() {}

    /** The public half of a code. */
    static byte[] keyOf(String code) {
        try {
            return agreed(privateKey(code), publicKey(BASE_POINT));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("X25519 is not to be had in this Java", e);
        }
    }

    /** Closes a box for a code's public half; it opens for the same {@code about} only. */
    static byte[] close(byte[] key, String about, byte[] content, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
            generator.initialize(NamedParameterSpec.X25519, random);
            KeyPair once = generator.generateKeyPair();
            byte[] mine = bytes(((XECPublicKey) once.getPublic()).getU());
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] shared = agreed(once.getPrivate(), publicKey(number(key)));
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, shared, mine, key, nonce, about).doFinal(content);
            return ByteBuffer.allocate(KEY + NONCE + sealed.length)
                    .put(mine)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new SealBroken("A box can't be closed for this key", e);
        }
    }

    /** Opens a box; empty when the code or what it is about is another. */
    static Optional<byte[]> open(String code, String about, byte[] box) {
        try {
            byte[] theirs = Arrays.copyOf(box, KEY);
            byte[] nonce = Arrays.copyOfRange(box, KEY, KEY + NONCE);
            byte[] shared = agreed(privateKey(code), publicKey(number(theirs)));
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, shared, theirs, keyOf(code), nonce, about);
            return Optional.of(cipher.doFinal(box, KEY + NONCE, box.length - KEY - NONCE));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new SealBroken("A box is damaged", e);
        }
    }

    private static Cipher cipher(int mode, byte[] shared, byte[] mine, byte[] theirs, byte[] nonce, String about)
            throws GeneralSecurityException {
        byte[] info = ByteBuffer.allocate(LABEL.length + 2 * KEY)
                .put(LABEL)
                .put(mine)
                .put(theirs)
                .array();
        SecretKey key = KDF.getInstance("HKDF-SHA256")
                .deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(shared).thenExpand(info, KEY));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static PrivateKey privateKey(String code) throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(LABEL);
        byte[] scalar = hash.digest(code.getBytes(StandardCharsets.US_ASCII));
        return KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
    }

    private static PublicKey publicKey(BigInteger u) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519").generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u));
    }

    private static byte[] agreed(PrivateKey mine, PublicKey theirs) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(mine);
        agreement.doPhase(theirs, true);
        return agreement.generateSecret();
    }

    // X25519 writes its numbers with the last byte first
    private static BigInteger number(byte[] reversed) {
        return new BigInteger(1, reversed(reversed));
    }

    private static byte[] bytes(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] padded = new byte[KEY];
        int length = Math.min(big.length, KEY);
        System.arraycopy(big, big.length - length, padded, KEY - length, length);
        return reversed(padded);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            other[i] = bytes[bytes.length - 1 - i];
        }
        return other;
    }
}
