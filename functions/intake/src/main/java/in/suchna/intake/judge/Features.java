package in.suchna.intake.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the model sees of a text, hashed into buckets: character n-grams of the folded text, words and pairs of words, and
 * the signs and rules. Each kind is brought to its own length, so that a long text doesn't drown its signs.
 */
final class Features {

    /** Buckets are numbered below two to this power. */
    static final int BITS = 15;

    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 5;
    private static final int MOST_CHARACTERS = 1200;
    private static final float GRAMS = 1.0f;
    private static final float WORDS = 1.0f;
    private static final float SIGNS = 1.4f;

    private static final int WORD = "w".hashCode();
    private static final int NEXT = "b".hashCode();
    private static final int NEXT_BUT_ONE = "s".hashCode();
    private static final int SIGNS_TOGETHER = "pair".hashCode();

    private final int[] buckets;
    private final float[] values;

    private Features(int[] buckets, float[] values) {
        this.buckets = buckets;
        this.values = values;
    }

    /** How many features there are. */
    int size() {
        return buckets.length;
    }

    /** Which weight the feature has. */
    int bucket(int at) {
        return buckets[at];
    }

    /** How much the feature counts. */
    float value(int at) {
        return values[at];
    }

    static Features of(Reading reading) {
        Gathering all = new Gathering();
        gatherGrams(reading.told().folded(), all);
        all.close(GRAMS);
        gatherWords(reading.told(), all);
        all.close(WORDS);
        gatherSigns(reading, all);
        all.close(SIGNS);
        return all.done();
    }

    /** The head and the end of a very long text; the danger is told first or last. */
    private static void gatherGrams(String folded, Gathering all) {
        String text = folded.length() <= MOST_CHARACTERS
                ? folded
                : folded.substring(0, MOST_CHARACTERS / 3)
                        + folded.substring(folded.length() - 2 * MOST_CHARACTERS / 3);
        String padded = " " + text + " ";
        for (int from = 0; from < padded.length(); from++) {
            int hash = 17;
            for (int to = from; to < Math.min(padded.length(), from + LONGEST_GRAM); to++) {
                hash = hash * 31 + padded.charAt(to);
                if (to - from + 1 >= SHORTEST_GRAM) {
                    all.add(hash);
                }
            }
        }
    }

    private static void gatherWords(Told told, Gathering all) {
        for (int i = 0; i < told.size(); i++) {
            String key = told.words().get(i).isNumber() ? "#" : told.key(i);
            all.add(then(WORD, key));
            if (i + 1 < told.size()) {
                all.add(then(then(NEXT, key), told.key(i + 1)));
            }
            if (i + 2 < told.size()) {
                all.add(then(then(NEXT_BUT_ONE, key), told.key(i + 2)));
            }
        }
        all.add(("first " + told.key(0)).hashCode());
        all.add(("last " + told.key(told.size() - 1)).hashCode());
        all.add(("last two " + told.key(told.size() - 2) + " " + told.key(told.size() - 1)).hashCode());
    }

    /** The hash code of the text whose hash code is given, a space and the next word, without writing it down. */
    private static int then(int hash, String word) {
        int longer = hash * 31 + ' ';
        for (int i = 0; i < word.length(); i++) {
            longer = longer * 31 + word.charAt(i);
        }
        return longer;
    }

    private static void gatherSigns(Reading reading, Gathering all) {
        List<String> signs = new ArrayList<>(reading.signs().all());
        for (int i = 0; i < signs.size(); i++) {
            all.add(("sign " + signs.get(i)).hashCode());
            for (int j = i + 1; j < signs.size(); j++) {
                String one = signs.get(i);
                String other = signs.get(j);
                boolean ordered = one.compareTo(other) < 0;
                all.add(then(then(SIGNS_TOGETHER, ordered ? one : other), ordered ? other : one), 0.4f);
            }
        }
        for (String denied : reading.signs().allDenied()) {
            all.add(("denied " + denied).hashCode());
            all.add("denied".hashCode());
        }
        for (Rule rule : reading.rules()) {
            all.add(("rule " + rule.name()).hashCode());
        }
        all.add(("when " + reading.when()).hashCode(), 1.5f);
    }

    private static final class Gathering {
        private int[] buckets = new int[256];
        private float[] values = new float[256];
        private int size;
        private int open;

        void add(int hash) {
            add(hash, 1);
        }

        void add(int hash, float value) {
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            int mixed = hash * 0x9E3779B1;
            buckets[size] = mixed >>> (32 - BITS);
            values[size++] = value;
        }

        void close(float length) {
            double sum = 0;
            for (int i = open; i < size; i++) {
                sum += values[i] * values[i];
            }
            float scale = sum == 0 ? 0 : (float) (length / Math.sqrt(sum));
            for (int i = open; i < size; i++) {
                values[i] *= scale;
            }
            open = size;
        }

        Features done() {
            return new Features(Arrays.copyOf(buckets, size), Arrays.copyOf(values, size));
        }
    }
}
