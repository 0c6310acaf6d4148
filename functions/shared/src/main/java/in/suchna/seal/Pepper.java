package in.suchna.seal;

import in.suchna.citizen.CitizenId;
import in.suchna.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that makes keyed hashes: the same input gives the same id, and no one without it can try numbers out. */
public final class Pepper {

    /** Least length of the secret, in bytes. */
    public static final int LEAST_BYTES = 32;

    private static final String MAC = "HmacSHA256";
    // cloned for each hash, for looking a Mac up and keying it costs more than a hash
    private final Mac keyed;

    /** @throws IllegalArgumentException if the secret is shorter than {@value #LEAST_BYTES} bytes */
    public Pepper(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("The pepper needs 32 bytes or more; it has " + secret.length);
        }
        try {
            this.keyed = Mac.getInstance(MAC);
            keyed.init(new SecretKeySpec(secret, MAC));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("HMAC-SHA256 is not to be had in this Java", e);
        }
    }

    /** The citizen behind a stable sender id: a business-scoped user id, or a {@code wa_id} in digits. */
    public CitizenId citizen(String senderId) {
        return new CitizenId(hash("citizen", senderId));
    }

    /** The key of a message. Type and time belong to it, because WhatsApp has been seen to use one id twice. */
    public MessageId message(String wamid, String type, String timestamp) {
        return new MessageId(hash("message", wamid, type, timestamp));
    }

    /** The key of a delivery receipt. */
    public MessageId receipt(String wamid, String status, String timestamp, String recipient) {
        return new MessageId(hash("receipt", wamid, status, timestamp, recipient));
    }

    /** The key of something with no id of its own: the hash of its bytes. */
    public MessageId content(byte[] bytes) {
        return new MessageId(hash("content", new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** A message id of WhatsApp's as it may stand in the clear, to find it again. */
    public String wamid(String wamid) {
        return hash("wamid", wamid);
    }

    /**
     * The id under which an officer's WhatsApp messages come, by which they are told from citizens.
     *
     * @param number in international form, such as {@code +915555000101}
     */
    public CitizenId officer(String number) {
        return citizen(number.replace("+", ""));
    }

    private String hash(String label, String... parts) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(label.getBytes(StandardCharsets.US_ASCII));
            for (String part : parts) {
                // a separator no part contains keeps ("a","bc") and ("ab","c") apart
                mac.update((byte) 0);
                mac.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (CloneNotSupportedException e) {
            throw new SealBroken("This Java's HMAC-SHA256 can't be cloned", e);
        }
    }
}
