package in.suchna.intake.judge;

import java.util.Set;

/** Tells whether what stands in a text is denied by it: "कोई दंगा नहीं हुआ", "no bomb was found", "चोर नो हय". */
final class Denial {

    private static final Set<String> NOT_AFTER = Keys.of("nhi nh ne ni not nhin wasnt vsnt isnt");
    private static final Set<String> NO_BEFORE = Keys.of("no not neva never fek jhuti Juti nkli");
    private static final Set<String> BEING =
            Keys.of("he Ta Ti Te hua hui hue hy ho hoe hoy rhis rihis mila mili is vs lgi lga tha");
    private static final Set<String> BE_NOT = Keys.of("vsnt isnt verent arent arnt");
    private static final int REACH = 2;

    private Denial() {}

    static boolean of(Told told, int from, int to) {
        for (int i = to; i < Math.min(to + REACH, told.size()) && told.sameClause(i, to - 1); i++) {
            boolean negated = NOT_AFTER.contains(told.key(i));
            boolean ends = i + 1 >= told.size() || !told.sameClause(i, i + 1);
            if (negated && (ends || BEING.contains(told.key(i + 1)))) {
                return true;
            }
            // Chhattisgarhi "no hay"
            if (told.key(i).equals("no") && told.key(i + 1).startsWith("h")) {
                return true;
            }
        }
        for (int i = from - 1; i >= Math.max(0, from - REACH) && told.sameClause(i, from); i--) {
            boolean latin = LatinSpelling.isLetter(told.raw(i).charAt(0));
            if (latin && (NO_BEFORE.contains(told.key(i)) || BE_NOT.contains(told.key(i)))) {
                return true;
            }
        }
        return false;
    }
}
