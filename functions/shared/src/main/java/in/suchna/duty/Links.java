package in.suchna.duty;

import in.suchna.seal.SealBroken;
import in.suchna.tip.Reference;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of the links in SMS. A token is {@value #LENGTH} letters and digits, short enough for a DLT variable: the
 * tip's reference, and 47 bits of an HMAC over the alert it was sent for and the time it ends. Nothing of it is stored.
 */
public final class Links {

    /** Characters of a token. */
    public static final int LENGTH = 13;

    /** How long a link works, from when its alert was written. */
    public static final Duration VALID = Duration.ofHours(24);

    /** Least length of the secret, in bytes. */
    public static final int LEAST_BYTES = 32;

    private static final String MAC = "HmacSHA256";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int MAC_BITS = 47;
    private static final int REFERENCE_LETTERS = Reference.LENGTH - 1;
    private static final int BITS_OF_A_LETTER = 5;

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException if the secret is shorter than {@value #LEAST_BYTES} bytes */
    public Links(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("The link secret needs 32 bytes or more; it has " + secret.length);
        }
        this.key = new SecretKeySpec(secret, MAC);
    }

    /** When the link of an alert ends. */
    public static Instant endOf(Alert alert) {
        return alert.createdAt().plus(VALID);
    }

    /** The token for an alert's officer. */
    public String tokenOf(Alert alert) {
        BigInteger number = BigInteger.valueOf(numberOf(alert.reference()))
                .shiftLeft(MAC_BITS)
                .or(BigInteger.valueOf(macOf(alert)));
        StringBuilder token = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = number.divideAndRemainder(BASE);
            token.append(DIGITS.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return token.reverse().toString();
    }

    private static long numberOf(Reference reference) {
        long number = 0;
        for (int i = 0; i < REFERENCE_LETTERS; i++) {
            number = number << BITS_OF_A_LETTER
                    | Reference.ALPHABET.indexOf(reference.text().charAt(i));
        }
        return number;
    }

    private long macOf(Alert alert) {
        String bound = "alert-link\0%s\0%s\0%s\0%d"
                .formatted(
                        alert.reference().text(),
                        alert.key(),
                        alert.unit().name(),
                        endOf(alert).toEpochMilli());
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] whole = mac.doFinal(bound.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(whole).getLong() >>> (Long.SIZE - MAC_BITS);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("HMAC-SHA256 is not to be had in this Java", e);
        }
    }

    /** The tip a token names, true or forged; empty if it can be no token. */
    public static Optional<Reference> referenceIn(String token) {
        if (token.length() != LENGTH || !token.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < LENGTH; i++) {
            number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(token.charAt(i))));
        }
        BigInteger letters = number.shiftRight(MAC_BITS);
        return letters.bitLength() > REFERENCE_LETTERS * BITS_OF_A_LETTER
                ? Optional.empty()
                : Optional.of(Reference.ofSix(lettersOf(letters.longValue())));
    }

    private static String lettersOf(long number) {
        StringBuilder letters = new StringBuilder(REFERENCE_LETTERS);
        for (int i = REFERENCE_LETTERS - 1; i >= 0; i--) {
            letters.append(Reference.ALPHABET.charAt((int) (number >> (i * BITS_OF_A_LETTER)) & 31));
        }
        return letters.toString();
    }

    /** Whether a token was made for this alert; takes as long whether it was or not. */
    public boolean isOf(String token, Alert alert) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), tokenOf(alert).getBytes(StandardCharsets.UTF_8));
    }
}
