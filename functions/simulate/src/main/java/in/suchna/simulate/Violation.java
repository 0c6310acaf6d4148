package in.suchna.simulate;

/**
 * A promise that was not kept.
 *
 * @param promise which, in few words, the same for all days
 * @param what how
 */
record Violation(String promise, String what) {
    @Override
    public String toString() {
        return promise + ": " + what;
    }
}
