package in.suchna.webhook.mask;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds a name as a sequence of whole words, whatever their case and whatever stands between them. */
final class NameFinder {
    private static final int FEWEST_LETTERS = 3;
    private static final int WIDEST_GAP = 3;

    private final List<String> name;

    /** @param name as its owner wrote it; one of fewer than 3 letters is not looked for, it would hide half a text */
    NameFinder(String name) {
        boolean longEnough = name.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
        this.name = longEnough ? Words.of(name).stream().map(Words.Word::folded).toList() : List.of();
    }

    void hideIn(List<Words.Word> text, Spans spans) {
        for (int at = 0; !name.isEmpty() && at + name.size() <= text.size(); at++) {
            if (standsAt(text, at)) {
                spans.hide(text.get(at).start(), text.get(at + name.size() - 1).end());
            }
        }
    }

    private boolean standsAt(List<Words.Word> text, int at) {
        for (int i = 0; i < name.size(); i++) {
            Words.Word word = text.get(at + i);
            boolean near = i == 0 || word.start() - text.get(at + i - 1).end() <= WIDEST_GAP;
            if (!near || !word.folded().equals(name.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A text as words: stretches of letters, or of digits. */
    static final class Words {
        /**
         * One word.
         *
         * @param start where it begins
         * @param end where it has ended
         * @param folded in small letters and one normal form, without invisible joiners
         */
        record Word(int start, int end, String folded) {}

        private enum Sort {
            LETTERS,
            DIGITS,
            BETWEEN
        }

        private Words() {}

        static List<Word> of(String text) {
            List<Word> words = new ArrayList<>();
            int start = 0;
            Sort sort = Sort.BETWEEN;
            for (int at = 0; at < text.length(); ) {
                int point = text.codePointAt(at);
                Sort next = sortOf(point);
                if (next != sort) {
                    add(words, text, start, at, sort);
                    start = at;
                    sort = next;
                }
                at += Character.charCount(point);
            }
            add(words, text, start, text.length(), sort);
            return words;
        }

        private static void add(List<Word> words, String text, int start, int end, Sort sort) {
            if (sort != Sort.BETWEEN) {
                words.add(new Word(start, end, folded(text.substring(start, end))));
            }
        }

        private static Sort sortOf(int point) {
            return switch (Character.getType(point)) {
                case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                    Sort.LETTERS;
                case Character.DECIMAL_DIGIT_NUMBER -> Sort.DIGITS;
                default -> Character.isLetter(point) || isJoiner(point) ? Sort.LETTERS : Sort.BETWEEN;
            };
        }

        private static boolean isJoiner(int point) {
            return point == 0x200C || point == 0x200D;
        }

        private static String folded(String word) {
            StringBuilder visible = new StringBuilder(word.length());
            word.codePoints().filter(point -> !isJoiner(point)).forEach(visible::appendCodePoint);
            return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
    }
}
