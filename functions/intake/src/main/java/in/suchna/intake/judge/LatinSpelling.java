package in.suchna.intake.judge;

/** Brings a word in Latin letters, as people spell Hindi and English, to the sounds {@link Devanagari} writes. */
final class LatinSpelling {

    private static final String FRONT_VOWELS = "eiy";

    private LatinSpelling() {}

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x17F);
    }

    /** The sounds of one lower-case word. */
    static String sounds(String word) {
        StringBuilder out = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            i = append(out, word, i);
        }
        int last = out.length() - 1;
        if (last > 0 && out.charAt(last) == 'a') {
            out.setCharAt(last, Devanagari.FINAL_A);
        }
        return out.toString();
    }

    private static int append(StringBuilder out, String word, int at) {
        char c = word.charAt(at);
        char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
        if (next == 'h' && "kgjtdbpscz".indexOf(c) >= 0) {
            boolean doubled = c == 'c' && at + 2 < word.length() && word.charAt(at + 2) == 'h';
            out.append(aspirated(c));
            return at + (doubled ? 3 : 2);
        }
        if (c == next && (c == 'e' || c == 'o')) {
            out.append(c == 'e' ? 'i' : 'u');
            return at + 2;
        }
        switch (c) {
            case 'c' -> out.append(FRONT_VOWELS.indexOf(next) >= 0 ? 's' : 'k');
            case 'q' -> out.append('k');
            case 'w' -> out.append('v');
            case 'z' -> out.append('j');
            case 'x' -> out.append("ks");
            case 'y' -> out.append(next == ' ' && at > 0 && !isVowel(word.charAt(at - 1)) ? 'i' : 'y');
            default -> {
                if (c >= 'a' && c <= 'z') {
                    out.append(c);
                }
            }
        }
        return at + 1;
    }

    private static char aspirated(char c) {
        return switch (c) {
            case 'k' -> 'K';
            case 'g' -> 'G';
            case 'j', 'z' -> 'J';
            case 't' -> 'T';
            case 'd' -> 'D';
            case 'b' -> 'B';
            case 'p' -> 'f';
            case 's' -> 's';
            default -> 'c';
        };
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
