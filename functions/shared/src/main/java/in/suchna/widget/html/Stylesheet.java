package in.suchna.widget.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of all widgets, the resource {@code widget.css}; it has no {@code <} in it. */
public final class Stylesheet implements Markup {
    private static final String FILE = "widget.css";

    private final String css;

    private Stylesheet(String css) {
        this.css = css;
    }

    /** Reads the resource. */
    public static Stylesheet ofResources() {
        try (InputStream file = Objects.requireNonNull(Stylesheet.class.getResourceAsStream(FILE))) {
            String css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            if (css.contains("<")) {
                throw new IllegalStateException("The resource " + FILE + " must not hold a <");
            }
            return new Stylesheet(css);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
    }

    @Override
    public void write(StringBuilder html) {
        html.append("<style>").append(css).append("</style>");
    }
}
