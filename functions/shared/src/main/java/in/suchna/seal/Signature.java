package in.suchna.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** WhatsApp's signature: {@code sha256=} and the HMAC-SHA256 of the raw body under the app secret, in small hex. */
public final class Signature {
    /** The header it stands in. */
    public static final String HEADER = "x-hub-signature-256";

    private static final String PREFIX = "sha256=";
    private static final String MAC = "HmacSHA256";

    private final byte[] secret;

    /** @param appSecret the Meta app's secret */
    public Signature(String appSecret) {
        this.secret = appSecret.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a header is the signature of a body; takes equally long for any wrong one. */
    public boolean isOf(byte[] body, Optional<String> header) {
        byte[] told = header.orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(of(body).getBytes(StandardCharsets.UTF_8), told);
    }

    /** The signature of a body. */
    public String of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not to be had in this Java", e);
        }
    }
}
