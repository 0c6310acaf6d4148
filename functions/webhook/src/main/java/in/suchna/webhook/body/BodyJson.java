package in.suchna.webhook.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON that loses nothing: any number keeps all its digits, and a key that stands twice is noticed. */
public final class BodyJson {
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader LENIENT_READER = LENIENT.readerFor(JsonNode.class);
    private static final ObjectReader READER = LENIENT_READER.with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final ObjectWriter WRITER = LENIENT.writer();
    private static final ObjectWriter ASCII_WRITER = LENIENT.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private BodyJson() {}

    /** @throws IOException if the bytes are no JSON, a number is beyond any limit, or an object has a key twice */
    public static JsonNode read(byte[] bytes) throws IOException {
        return tree(READER, bytes);
    }

    /**
     * Takes the last of two equal keys.
     *
     * @throws IOException if the bytes are no JSON, or a number is beyond any limit
     */
    public static JsonNode readLeniently(byte[] bytes) throws IOException {
        return tree(LENIENT_READER, bytes);
    }

    private static JsonNode tree(ObjectReader reader, byte[] bytes) throws IOException {
        try {
            return reader.readValue(bytes);
        } catch (NumberFormatException _) {
            // without the cause, which quotes the input
            throw new IOException("A number's exponent is larger than any that can be kept");
        }
    }

    /** As bytes that {@link #read} turns into an equal tree. */
    public static byte[] bytes(JsonNode node) {
        try {
            return WRITER.writeValueAsBytes(node);
        } catch (JsonProcessingException _) {
            return escaped(node);
        }
    }

    // half an emoji has no UTF-8 form, but an escape has
    private static byte[] escaped(JsonNode node) {
        try {
            return ASCII_WRITER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A tree just read can't be written", e);
        }
    }

    /** As text. */
    public static String text(JsonNode node) {
        try {
            return WRITER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A tree just read can't be written", e);
        }
    }
}
