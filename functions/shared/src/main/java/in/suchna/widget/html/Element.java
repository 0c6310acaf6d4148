package in.suchna.widget.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An element with its attributes and content. It is built step by step and then only written. */
public final class Element implements Markup {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Set<String> VOID = Set.of("input", "br", "hr", "img");
    private static final Set<String> FORBIDDEN = Set.of("script", "style", "iframe", "object", "embed", "link", "base");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Markup> content = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    /** @throws IllegalArgumentException if no widget may have such an element */
    public static Element of(String name, Markup... content) {
        if (!NAME.matcher(name).matches() || FORBIDDEN.contains(name)) {
            throw new IllegalArgumentException("No widget may have the element " + name);
        }
        return new Element(name).add(content);
    }

    /** An element of a class. */
    public static Element of(String name, String classes, Markup... content) {
        return of(name, content).with("class", classes);
    }

    /** An element of a class around words. */
    public static Element of(String name, String classes, String words) {
        return of(name, classes, Markup.words(words));
    }

    /** @throws IllegalArgumentException if the attribute could run a script or lead out of the console and S3 */
    public Element with(String attribute, String value) {
        boolean link = attribute.equals("href") || attribute.equals("src");
        if (!NAME.matcher(attribute).matches()
                || attribute.startsWith("on")
                || (link && !value.startsWith("https://"))) {
            throw new IllegalArgumentException("No widget may have the attribute " + attribute);
        }
        attributes.put(attribute, value);
        return this;
    }

    /** An attribute that says something by being there. */
    public Element when(boolean there, String attribute) {
        return there ? with(attribute, attribute) : this;
    }

    /** Adds content. */
    public Element add(Markup... more) {
        content.addAll(List.of(more));
        return this;
    }

    /** Adds content. */
    public Element addAll(List<? extends Markup> more) {
        content.addAll(more);
        return this;
    }

    /** Adds words. */
    public Element say(String words) {
        return add(Markup.words(words));
    }

    @Override
    public void write(StringBuilder html) {
        html.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            html.append(' ').append(attribute).append("=\"");
            Escaping.value(value, html);
            html.append('"');
        });
        html.append('>');
        if (!VOID.contains(name)) {
            content.forEach(piece -> piece.write(html));
            html.append("</").append(name).append('>');
        }
    }
}
