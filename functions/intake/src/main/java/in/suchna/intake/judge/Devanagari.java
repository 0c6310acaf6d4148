package in.suchna.intake.judge;

import java.text.Normalizer;

/** Writes Devanagari in Latin sounds: one character a sound, aspirates in capitals, {@code A} for a spoken final ā. */
final class Devanagari {

    static final char FINAL_A = 'A';

    private static final String CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह";
    private static final String SOUNDS = "kKgGnccjJntTdDntTdDnpfbBmyrllvsssh";
    private static final String VOWELS = "अआइईउऊऋएऐओऔऍऑऎऒ";
    private static final String VOWEL_SOUNDS = "aAiiuuReeooeoeo";
    private static final String SIGNS = "ािीुूृेैोौॅॉॆॊ";
    private static final String SIGN_SOUNDS = "AiiuuReeooeoeo";
    private static final char VIRAMA = '्';
    private static final char NUKTA = '़';
    private static final String NASALS = "ंँ";

    private Devanagari() {}

    static boolean isLetter(int c) {
        return c >= 0x0900 && c <= 0x097F && !(c >= 0x0964 && c <= 0x096F);
    }

    /** The sounds of one word; a nukta and marks that stand alone are dropped. */
    static String sounds(String written) {
        String word = Normalizer.normalize(written, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(word.length() * 2);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (VOWELS.indexOf(c) >= 0) {
                out.append(VOWEL_SOUNDS.charAt(VOWELS.indexOf(c)));
            } else if (SIGNS.indexOf(c) >= 0) {
                out.append(SIGN_SOUNDS.charAt(SIGNS.indexOf(c)));
            } else if (NASALS.indexOf(c) >= 0) {
                appendNasal(out, word, i);
            } else if (CONSONANTS.indexOf(c) >= 0) {
                out.append(SOUNDS.charAt(CONSONANTS.indexOf(c)));
                if (keepsInherentVowel(word, i)) {
                    out.append('a');
                }
            }
        }
        return out.toString();
    }

    /** Before a vowel, v, y, h and at the end a nasal is not written in Latin; before a lip sound it is m. */
    private static void appendNasal(StringBuilder out, String word, int at) {
        int next = at + 1 < word.length() ? CONSONANTS.indexOf(word.charAt(at + 1)) : -1;
        if (next < 0 || "vyh".indexOf(SOUNDS.charAt(next)) >= 0) {
            return;
        }
        out.append("pfbBm".indexOf(SOUNDS.charAt(next)) >= 0 ? 'm' : 'n');
    }

    private static boolean keepsInherentVowel(String word, int at) {
        int next = at + 1;
        if (next < word.length() && word.charAt(next) == NUKTA) {
            next++;
        }
        if (next >= word.length()) {
            return false;
        }
        char c = word.charAt(next);
        return c != VIRAMA && SIGNS.indexOf(c) < 0;
    }
}
