package in.suchna.widget.html;

/**
 * Words between tags.
 *
 * @param text anybody's words
 */
record Words(String text) implements Markup {
    @Override
    public void write(StringBuilder html) {
        Escaping.words(text, html);
    }
}
