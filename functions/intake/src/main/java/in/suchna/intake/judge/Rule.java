package in.suchna.intake.judge;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.List;

/**
 * A rule of {@code rules.txt}: when its conditions hold, a category, a priority and a reason in words.
 *
 * @param name unique
 * @param conditions all must hold
 * @param category what it makes of the tip
 * @param priority what must happen
 * @param reason a line an admin can read
 */
record Rule(String name, List<Condition> conditions, Category category, Priority priority, String reason) {

    Rule {
        conditions = List.copyOf(conditions);
    }

    /** {@code a}, {@code a/b} any of them, {@code a~b} near each other, {@code -a} absent. */
    record Condition(List<String> anyOf, List<String> near, boolean absent) {

        Condition {
            anyOf = List.copyOf(anyOf);
            near = List.copyOf(near);
        }

        boolean holds(Signs signs) {
            return holdsPlainly(signs) != absent;
        }

        private boolean holdsPlainly(Signs signs) {
            for (String one : anyOf) {
                if (near.isEmpty() ? signs.has(one) : near.stream().anyMatch(other -> signs.areNear(one, other))) {
                    return true;
                }
            }
            return false;
        }
    }

    boolean fires(Signs signs) {
        for (Condition condition : conditions) {
            if (!condition.holds(signs)) {
                return false;
            }
        }
        return true;
    }
}
