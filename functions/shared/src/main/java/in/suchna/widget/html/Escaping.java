package in.suchna.widget.html;

/**
 * Makes anybody's words harmless in HTML: {@code & < > " '} become references; control characters, half surrogates and the
 * characters that turn the direction of what stands beside them become the replacement character.
 */
final class Escaping {
    private static final char REPLACEMENT = '\uFFFD';

    private Escaping() {}

    /** Words between tags. Quotes stay, so that JSON inside an element is JSON by either reading. */
    static void words(String text, StringBuilder html) {
        escape(text, html, false);
    }

    /** The value of an attribute, between double quotes. */
    static void value(String text, StringBuilder html) {
        escape(text, html, true);
    }

    private static void escape(String text, StringBuilder html, boolean quotes) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append(quotes ? "&quot;" : "\"");
                case '\'' -> html.append(quotes ? "&#39;" : "'");
                default -> html.appendCodePoint(isHarmless(c) ? c : REPLACEMENT);
            }
        });
    }

    private static boolean isHarmless(int c) {
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        return !turnsDirection && !half && !control && (c & 0xFFFE) != 0xFFFE;
    }
}
