package in.suchna.widget.words;

import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of a widget's form. */
public final class Choice {
    private Choice() {}

    /** A list to choose from, each value with its words; without a chosen value its first words say that all are meant. */
    public static Markup of(
            String field, String label, String all, Map<String, String> values, Optional<String> chosen) {
        Element select = Element.of("select").with("name", field).with("id", field);
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", all);
        options.putAll(values);
        // what was chosen stays visible, though nobody may choose it any more
        chosen.ifPresent(value -> options.putIfAbsent(value, value));
        options.forEach((value, words) -> select.add(Element.of("option")
                .with("value", value)
                .when(chosen.orElse("").equals(value), "selected")
                .say(words)));
        return labelled(field, label, select);
    }

    /** Codes to choose from, in the words of a language. */
    public static Map<String, String> words(Phrases phrases, Enum<?>[] codes) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Enum<?> code : codes) {
            words.put(code.name(), phrases.of(code));
        }
        return words;
    }

    /** Names that stand for themselves. */
    public static Map<String, String> names(Collection<String> names) {
        Map<String, String> words = new LinkedHashMap<>();
        names.forEach(name -> words.put(name, name));
        return words;
    }

    /** A field for words. */
    public static Markup words(String field, String label, int longest) {
        return labelled(
                field,
                label,
                Element.of("textarea")
                        .with("name", field)
                        .with("id", field)
                        .with("rows", "2")
                        .with("maxlength", Integer.toString(longest)));
    }

    /** A field for one word. */
    public static Markup word(String field, String label, Optional<String> value) {
        return labelled(
                field,
                label,
                Element.of("input")
                        .with("type", "text")
                        .with("name", field)
                        .with("id", field)
                        .with("autocomplete", "off")
                        .with("value", value.orElse("")));
    }

    private static Markup labelled(String field, String label, Element input) {
        List<Markup> parts = new ArrayList<>();
        parts.add(Element.of("label", "label", label).with("for", field));
        parts.add(input);
        return Element.of("div", "field").addAll(parts);
    }
}
