package in.suchna.intake.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Folds the spellings of one spoken word together: {@code मार}, {@code maar}, {@code mar} have one key, {@code mr}.
 *
 * <p>A key keeps consonants (ड़ as d, ph as f, sh as s, w as v, z as j, aspirates in capitals), drops every {@code a}
 * but a first and a spoken final one, and keeps the other vowels without their length. What these rules can't bring
 * together stands in {@code spellings.txt}.
 */
final class Folding {

    private final Map<String, String> irregular = new HashMap<>();

    /** @param spellings lines {@code word = other spelling, other spelling}; see the README beside the file */
    Folding(Lines spellings) {
        for (Lines.Line line : spellings.lines()) {
            List<String> sides = line.split("=");
            if (sides.size() != 2 || sides.get(0).isBlank()) {
                throw line.broken("want 'word = spelling, spelling'");
            }
            String key = regularKey(sides.get(0));
            for (String other : Lines.pieces(sides.get(1), ",")) {
                irregular.put(other.strip().toLowerCase(Locale.ROOT), key);
            }
        }
    }

    /** The key of one word in one script. */
    String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String known = irregular.get(lower);
        return known != null ? known : regularKey(lower);
    }

    private static String regularKey(String lower) {
        if (lower.isEmpty()) {
            return "";
        }
        String sounds = Devanagari.isLetter(lower.charAt(0)) ? Devanagari.sounds(lower) : LatinSpelling.sounds(lower);
        return withoutWeakVowels(sounds);
    }

    private static String withoutWeakVowels(String sounds) {
        StringBuilder out = new StringBuilder(sounds.length());
        boolean parted = false;
        for (int i = 0; i < sounds.length(); i++) {
            char c = sounds.charAt(i);
            if (c == 'y' && isFront(sounds, i + 1)) {
                continue;
            }
            if (isA(c)) {
                int before = out.length();
                appendA(out, sounds, i);
                parted |= out.length() == before;
                continue;
            }
            if (c == 'R') {
                append(out, 'r', parted);
                append(out, 'i', false);
            } else {
                append(out, c, parted);
            }
            parted = false;
        }
        return out.toString();
    }

    private static boolean isFront(String sounds, int at) {
        return at < sounds.length() && (sounds.charAt(at) == 'i' || sounds.charAt(at) == 'e');
    }

    /**
     * An a before i or e sounds e, before u or o it sounds o; else it stays only at the beginning and, if spoken, at the
     * end.
     */
    private static void appendA(StringBuilder out, String sounds, int at) {
        int after = at + 1;
        while (after < sounds.length() && isA(sounds.charAt(after))) {
            after++;
        }
        if (after < sounds.length() && sounds.charAt(after) == 'y' && isFront(sounds, after + 1)) {
            after++;
        }
        char next = after < sounds.length() ? sounds.charAt(after) : ' ';
        if (next == 'i' || next == 'e') {
            append(out, 'e', false);
        } else if (next == 'u' || next == 'o') {
            append(out, 'o', false);
        } else if (at == 0 || (at == sounds.length() - 1 && sounds.charAt(at) == Devanagari.FINAL_A)) {
            append(out, 'a', false);
        }
    }

    private static boolean isA(char c) {
        return c == 'a' || c == Devanagari.FINAL_A;
    }

    /** Doubled sounds are one; kkh, tth, ddh too: the aspirate swallows its plain fellow. */
    private static void append(StringBuilder out, char c, boolean parted) {
        int last = out.length() - 1;
        if (last >= 0 && !parted) {
            char before = out.charAt(last);
            boolean glide = (before == 'e' && c == 'i') || (before == 'o' && c == 'u');
            if (before == c || glide) {
                return;
            }
            if (Character.isUpperCase(c) && before == Character.toLowerCase(c)) {
                out.setCharAt(last, c);
                return;
            }
        }
        out.append(c);
    }
}
