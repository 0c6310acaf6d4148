package in.suchna.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature WhatsApp puts on a body. */
public final class Signature {
    private static final String MAC = "HmacSHA256";

    private Signature() {}

    /** The value of {@code X-Hub-Signature-256}. */
    public static String of(byte[] body, String appSecret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), MAC));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not to be had in this Java", e);
        }
    }
}
