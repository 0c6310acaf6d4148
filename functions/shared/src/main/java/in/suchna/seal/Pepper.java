package in.suchna.seal;

import in.suchna.citizen.CitizenId;
import in.suchna.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that makes keyed hashes: the same input gives the same id, and no one without it can try numbers out.
 *
 * <p>It can be renewed without losing anyone: the secret then has the new pepper in its first line and the earlier ones below.
 * Citizens are known by the new one from then on, and found by the earlier ones at their next message. Messages keep their
 * keys under the earliest, so that a redelivery is still known as one. An earlier pepper can go when nobody who is remembered
 * has not written since: after the days that everything is kept.
 */
public final class Pepper {

    /** Least length of the secret, in bytes. */
    public static final int LEAST_BYTES = 32;

    private static final String MAC = "HmacSHA256";
    // cloned for each hash, for looking a Mac up and keying it costs more than a hash
    private final List<Mac> newestFirst;

    /** @throws IllegalArgumentException if the secret is shorter than {@value #LEAST_BYTES} bytes */
    public Pepper(byte[] secret) {
        this.newestFirst = List.of(keyed(secret));
    }

    private Pepper(List<Mac> newestFirst) {
        this.newestFirst = List.copyOf(newestFirst);
    }

    /**
     * Reads the secret: a pepper a line, the newest first.
     *
     * @throws IllegalArgumentException if there is none, or one is shorter than {@value #LEAST_BYTES} bytes
     */
    public static Pepper ofSecret(String secret) {
        List<Mac> peppers = secret.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> keyed(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        if (peppers.isEmpty()) {
            throw new IllegalArgumentException("The pepper is empty");
        }
        return new Pepper(peppers);
    }

    private static Mac keyed(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("The pepper needs 32 bytes or more; it has " + secret.length);
        }
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new SealBroken("HMAC-SHA256 is not to be had in this Java", e);
        }
    }

    /** The citizen behind a stable sender id: a business-scoped user id, or a {@code wa_id} in digits. */
    public CitizenId citizen(String senderId) {
        return new CitizenId(hash(newestFirst.getFirst(), "citizen", senderId));
    }

    /** The ids the same citizen had under earlier peppers. */
    public List<CitizenId> earlierCitizens(String senderId) {
        return newestFirst.stream()
                .skip(1)
                .map(keyed -> new CitizenId(hash(keyed, "citizen", senderId)))
                .toList();
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
        return hash(newestFirst.getLast(), label, parts);
    }

    private static String hash(Mac keyed, String label, String... parts) {
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
