package in.suchna.webhook.keep;

import com.fasterxml.jackson.databind.JsonNode;

/** Words of WhatsApp's that become attributes: what is not a short plain word is made one. */
final class Words {
    private static final int LONGEST = 64;
    private static final String NONE = "none";

    private Words() {}

    /** A word of letters, digits, {@code _ - .}; {@code none} where there is nothing. */
    static String plain(String word) {
        StringBuilder plain = new StringBuilder();
        word.codePoints().limit(LONGEST).forEach(point -> plain.appendCodePoint(isPlain(point) ? point : '_'));
        return plain.isEmpty() ? NONE : plain.toString();
    }

    /** The word under a key. */
    static String plain(JsonNode node, String key) {
        return plain(raw(node, key));
    }

    /** The text or number under a key as it came; empty where there is neither. */
    static String raw(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    private static boolean isPlain(int point) {
        return (point >= 'a' && point <= 'z')
                || (point >= 'A' && point <= 'Z')
                || (point >= '0' && point <= '9')
                || point == '_'
                || point == '-'
                || point == '.';
    }
}
