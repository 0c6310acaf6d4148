package in.suchna.intake.judge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was told, cut into words.
 *
 * @param words in order
 * @param asked the numbers of the clauses that end with a question mark
 */
record Told(List<Word> words, Set<Integer> asked) {

    Told {
        words = List.copyOf(words);
        asked = Set.copyOf(asked);
    }

    int size() {
        return words.size();
    }

    String key(int at) {
        return at >= 0 && at < words.size() ? words.get(at).key() : "";
    }

    String raw(int at) {
        return at >= 0 && at < words.size() ? words.get(at).raw() : "";
    }

    boolean sameClause(int a, int b) {
        return words.get(a).clause() == words.get(b).clause();
    }

    /** The keys with one space between, as the model reads them. */
    String folded() {
        return words.stream().map(Word::key).collect(Collectors.joining(" "));
    }
}
