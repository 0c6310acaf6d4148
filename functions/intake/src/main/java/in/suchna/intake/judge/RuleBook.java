package in.suchna.intake.judge;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of {@code rules.txt}, checked against the lexicon when they are read. */
final class RuleBook {

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    /** @param lines {@code name : CATEGORY PRIORITY : conditions : reason} */
    RuleBook(Lines lines, Set<String> concepts) {
        Set<String> names = new HashSet<>();
        for (Lines.Line line : lines.lines()) {
            if (line.text().startsWith("@")) {
                nameGroup(line);
                continue;
            }
            List<String> columns = line.split(":");
            if (columns.size() != 4) {
                throw line.broken("want 'name : CATEGORY PRIORITY : conditions : reason'");
            }
            if (!names.add(columns.get(0))) {
                throw line.broken("the rule " + columns.get(0) + " stands twice");
            }
            rules.add(read(line, columns, concepts));
        }
    }

    private void nameGroup(Lines.Line line) {
        List<String> sides = line.split("=");
        if (sides.size() != 2 || sides.get(0).length() < 2) {
            throw line.broken("want '@group = concept/concept'");
        }
        groups.put(sides.get(0), members(sides.get(1)));
    }

    private List<String> members(String written) {
        return Lines.pieces(written, "/").stream()
                .flatMap(name -> groups.getOrDefault(name, List.of(name)).stream())
                .toList();
    }

    private Rule read(Lines.Line line, List<String> columns, Set<String> concepts) {
        List<Rule.Condition> conditions = Lines.pieces(columns.get(2), " ").stream()
                .map(written -> condition(line, written, concepts))
                .toList();
        List<String> verdict = Lines.pieces(columns.get(1), " ");
        try {
            return new Rule(
                    columns.get(0),
                    conditions,
                    Category.valueOf(verdict.getFirst()),
                    Priority.valueOf(verdict.getLast()),
                    columns.get(3));
        } catch (IllegalArgumentException e) {
            throw line.broken("want a category and a priority, not '" + columns.get(1) + "'");
        }
    }

    private Rule.Condition condition(Lines.Line line, String written, Set<String> concepts) {
        boolean absent = written.startsWith("-");
        List<String> sides = Lines.pieces(absent ? written.substring(1) : written, "~");
        List<String> anyOf = members(sides.getFirst());
        List<String> near = sides.size() > 1 ? members(sides.get(1)) : List.of();
        for (List<String> names : List.of(anyOf, near)) {
            for (String name : names) {
                if (!concepts.contains(name) && !Signs.KNOWN.contains(name)) {
                    throw line.broken("no concept or sign is named " + name);
                }
            }
        }
        return new Rule.Condition(anyOf, near, absent);
    }

    /** The members of a group such as {@code @live}; empty when the file has no such group. */
    Set<String> group(String name) {
        return Set.copyOf(groups.getOrDefault(name, List.of()));
    }

    /** The rules that fire, in the file's order. */
    List<Rule> firing(Signs signs) {
        return rules.stream().filter(rule -> rule.fires(signs)).toList();
    }
}
