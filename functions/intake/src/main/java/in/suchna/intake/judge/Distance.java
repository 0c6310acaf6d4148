package in.suchna.intake.judge;

/** How far two spellings are apart. */
final class Distance {

    private Distance() {}

    /** Whether one letter more, less or other makes one of the other. */
    static boolean isOneEdit(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        int fromA = a.length() >= b.length() ? i + 1 : i;
        int fromB = b.length() >= a.length() ? i + 1 : i;
        int rest = a.length() - fromA;
        return rest <= 0
                ? b.length() - fromB <= 0
                : rest == b.length() - fromB && a.regionMatches(fromA, b, fromB, rest);
    }
}
