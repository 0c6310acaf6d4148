package in.suchna.intake.judge;

/**
 * A concept of the lexicon seen in a text.
 *
 * @param concept its name
 * @param from its first word
 * @param to one past its last word
 * @param denied whether the text says that it is not so
 */
record Sighting(String concept, int from, int to, boolean denied) {

    int distanceTo(Sighting other) {
        return Math.max(0, Math.max(other.from - to, from - other.to));
    }
}
