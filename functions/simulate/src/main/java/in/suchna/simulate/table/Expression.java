package in.suchna.simulate.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * An expression, read. What is not known here is an error, so that nobody takes a silence for an answer.
 *
 * @param meaning what it says
 * @param placeholders the placeholders in it
 */
record Expression<T>(T meaning, Set<String> placeholders) {
    // a handler has some dozens of expressions, and each is asked thousands of times
    private static final Map<String, Expression<Condition>> CONDITIONS = new ConcurrentHashMap<>();
    private static final Map<String, Expression<Update>> UPDATES = new ConcurrentHashMap<>();
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    static Condition condition(String text, Given given) {
        return known(CONDITIONS, text, Expression::any, given);
    }

    static Update update(String text, Given given) {
        return known(UPDATES, text, Expression::readUpdate, given);
    }

    private static <T> T known(Map<String, Expression<T>> read, String text, Function<Words, T> reader, Given given) {
        Expression<T> expression = read.computeIfAbsent(text, _ -> {
            Words words = new Words(text);
            T meaning = reader.apply(words);
            if (!words.isOver()) {
                throw words.unknown();
            }
            return new Expression<>(meaning, words.placeholders());
        });
        given.uses(expression.placeholders());
        return expression.meaning();
    }

    private static Condition any(Words words) {
        List<Condition> parts = new ArrayList<>(List.of(all(words)));
        while (words.took("OR")) {
            parts.add(all(words));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private static Condition all(Words words) {
        List<Condition> parts = new ArrayList<>(List.of(one(words)));
        while (words.took("AND")) {
            parts.add(one(words));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private static Condition one(Words words) {
        if (words.took("NOT")) {
            return new Condition.Not(one(words));
        }
        if (words.took("(")) {
            Condition inside = any(words);
            words.must(")");
            return inside;
        }
        return switch (words.keyword()) {
            case "ATTRIBUTE_EXISTS" -> new Condition.Exists(argument(words));
            case "ATTRIBUTE_NOT_EXISTS" -> new Condition.Not(new Condition.Exists(argument(words)));
            case "BEGINS_WITH" -> begins(words);
            default -> compared(words);
        };
    }

    private static Operand argument(Words words) {
        words.next();
        words.must("(");
        Operand path = operand(words);
        words.must(")");
        return path;
    }

    private static Condition begins(Words words) {
        words.next();
        words.must("(");
        Operand path = operand(words);
        words.must(",");
        Operand prefix = operand(words);
        words.must(")");
        return new Condition.Begins(path, prefix);
    }

    private static Condition compared(Words words) {
        Operand left = operand(words);
        if (words.took("IN")) {
            words.must("(");
            List<Operand> among = new ArrayList<>(List.of(operand(words)));
            while (words.took(",")) {
                among.add(operand(words));
            }
            words.must(")");
            return new Condition.In(left, among);
        }
        String how = words.next();
        if (!COMPARISONS.contains(how)) {
            throw words.unknown();
        }
        return new Condition.Compare(left, how, operand(words));
    }

    private static Operand operand(Words words) {
        String word = words.next();
        if (word.startsWith(":")) {
            return new Operand.Value(word);
        }
        if (!Character.isLetterOrDigit(word.charAt(0)) && !word.startsWith("#") && !word.startsWith("_")) {
            throw words.unknown();
        }
        return new Operand.Path(word);
    }

    private static Update readUpdate(Words words) {
        Map<Operand.Path, Operand> sets = new LinkedHashMap<>();
        List<Operand.Path> removes = new ArrayList<>();
        Map<Operand.Path, Operand> adds = new LinkedHashMap<>();
        while (!words.isOver()) {
            switch (words.next().toUpperCase(java.util.Locale.ROOT)) {
                case "SET" ->
                    each(words, () -> {
                        Operand.Path path = path(words);
                        words.must("=");
                        sets.put(path, sum(words));
                    });
                case "REMOVE" -> each(words, () -> removes.add(path(words)));
                case "ADD" -> each(words, () -> adds.put(path(words), operand(words)));
                default -> throw words.unknown();
            }
        }
        return new Update(sets, removes, adds);
    }

    private static void each(Words words, Runnable one) {
        do {
            one.run();
        } while (words.took(","));
    }

    private static Operand.Path path(Words words) {
        return operand(words) instanceof Operand.Path path ? path : fail(words);
    }

    private static Operand.Path fail(Words words) {
        throw words.unknown();
    }

    private static Operand sum(Words words) {
        Operand left = part(words);
        if (words.took("+")) {
            return new Operand.Sum(left, false, part(words));
        }
        return words.took("-") ? new Operand.Sum(left, true, part(words)) : left;
    }

    private static Operand part(Words words) {
        if (!words.took("IF_NOT_EXISTS")) {
            return operand(words);
        }
        words.must("(");
        Operand path = operand(words);
        words.must(",");
        Operand otherwise = part(words);
        words.must(")");
        return new Operand.IfNotExists(path, otherwise);
    }
}
