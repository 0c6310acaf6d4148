package in.suchna.intake.judge;

/**
 * A word as it was told.
 *
 * @param raw as written, digits in ASCII
 * @param key its folded key; for digits the digits, for an emoji the emoji
 * @param clause the number of its clause, from 0
 */
record Word(String raw, String key, int clause) {

    boolean isNumber() {
        return Character.isDigit(raw.charAt(0));
    }
}
