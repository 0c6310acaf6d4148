package in.suchna.local.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.suchna.seal.Signature;

/** Writes and signs bodies as Meta does: ASCII with {@code \}{@code uXXXX} and {@code \/}, HMAC-SHA256 over those bytes. */
public final class Signer {
    /** The header the signature is in. */
    public static final String HEADER = "X-Hub-Signature-256";

    private static final JsonMapper ESCAPED = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private final Signature signature;

    /** @param appSecret the Meta app's secret */
    public Signer(String appSecret) {
        this.signature = new Signature(appSecret);
    }

    /** The body's bytes on the wire. */
    public byte[] bytes(JsonNode body) {
        try {
            return ESCAPED.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A webhook body can't be written", e);
        }
    }

    /** The header's value for these bytes: {@code sha256=} and 64 lower-case hex digits. */
    public String signature(byte[] body) {
        return signature.of(body);
    }
}
