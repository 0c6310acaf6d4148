package in.suchna.simulate.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an expression, one after the other. */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\s*(?:([:#]?[A-Za-z0-9_]+)|(<>|<=|>=|[=<>(),+\\-]))");

    private final String expression;
    private final List<String> words = new ArrayList<>();
    private int at;

    Words(String expression) {
        this.expression = expression;
        Matcher matcher = WORD.matcher(expression);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!expression.substring(end).isBlank()) {
            throw unknown();
        }
    }

    /** The placeholders in it. */
    Set<String> placeholders() {
        Set<String> placeholders = new LinkedHashSet<>();
        words.stream()
                .filter(word -> word.startsWith(":") || word.startsWith("#"))
                .forEach(placeholders::add);
        return placeholders;
    }

    boolean isOver() {
        return at == words.size();
    }

    /** The next word in capitals, to be known as a keyword; empty at the end. */
    String keyword() {
        return isOver() ? "" : words.get(at).toUpperCase(Locale.ROOT);
    }

    String next() {
        if (isOver()) {
            throw unknown();
        }
        return words.get(at++);
    }

    /** Goes on if the next word is this one. */
    boolean took(String keyword) {
        boolean is = keyword().equals(keyword);
        at += is ? 1 : 0;
        return is;
    }

    void must(String keyword) {
        if (!took(keyword)) {
            throw unknown();
        }
    }

    IllegalArgumentException unknown() {
        return new IllegalArgumentException("Such an expression is not known here: " + expression);
    }
}
