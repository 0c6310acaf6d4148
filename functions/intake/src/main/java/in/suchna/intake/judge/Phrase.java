package in.suchna.intake.judge;

import java.util.ArrayList;
import java.util.List;

/** A phrase of the lexicon over folded keys: words, {@code stem*}, {@code <n>} for a number, {@code ..} for up to three words. */
record Phrase(String concept, List<Part> parts) {

    private static final int LONGEST_GAP = 3;

    sealed interface Part {}

    record Exact(String key) implements Part {}

    record Stem(String key) implements Part {}

    record Amount() implements Part {}

    record Gap() implements Part {}

    static Phrase read(String concept, String written, Folding folding) {
        List<Part> parts = new ArrayList<>();
        for (String piece : Lines.pieces(written, " ")) {
            parts.add(
                    switch (piece) {
                        case "<n>" -> new Amount();
                        case ".." -> new Gap();
                        default ->
                            piece.endsWith("*")
                                    ? new Stem(folding.key(piece.substring(0, piece.length() - 1)))
                                    : new Exact(keyOf(piece, folding));
                    });
        }
        return new Phrase(concept, List.copyOf(parts));
    }

    /** Digits and emoji stand for themselves. */
    private static String keyOf(String piece, Folding folding) {
        return Character.isLetter(piece.codePointAt(0)) ? folding.key(piece) : piece;
    }

    /** One past the last word if the phrase stands at this word, else -1. */
    int endIn(Told told, int at) {
        return match(told, at, 0);
    }

    private int match(Told told, int at, int part) {
        if (part == parts.size()) {
            return at;
        }
        if (parts.get(part) instanceof Gap) {
            for (int skipped = 0; skipped <= LONGEST_GAP; skipped++) {
                int end = at + skipped <= told.size() ? match(told, at + skipped, part + 1) : -1;
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        return at < told.size() && fits(parts.get(part), told, at) ? match(told, at + 1, part + 1) : -1;
    }

    private static boolean fits(Part part, Told told, int at) {
        return switch (part) {
            case Exact(String key) -> key.equals(told.key(at));
            case Stem(String key) -> told.key(at).startsWith(key);
            case Amount() -> told.words().get(at).isNumber() || NumberWords.isOne(told.key(at));
            case Gap() -> true;
        };
    }
}
