package in.suchna.intake.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts a text into words and clauses: scripts apart, digits in ASCII, emoji as words, invisible characters dropped. */
final class Ear {

    private enum Kind {
        DEVANAGARI,
        LATIN,
        DIGITS,
        PICTURE,
        INVISIBLE,
        BREAK,
        OTHER
    }

    private final Folding folding;

    Ear(Folding folding) {
        this.folding = folding;
    }

    Told hear(String text) {
        Hearing hearing = new Hearing();
        text.codePoints().forEach(hearing::take);
        hearing.endWord();
        return new Told(hearing.words, hearing.asked);
    }

    private final class Hearing {
        private final List<Word> words = new ArrayList<>();
        private final Set<Integer> asked = new HashSet<>();
        private final StringBuilder word = new StringBuilder();
        private Kind kind = Kind.OTHER;
        private int clause;

        void take(int c) {
            Kind next = kindOf(c);
            if (next == Kind.INVISIBLE || c == '\'' || c == '’') {
                return;
            }
            if (next != kind || next == Kind.PICTURE) {
                endWord();
                kind = next;
            }
            switch (next) {
                case DEVANAGARI, LATIN -> word.appendCodePoint(c);
                case DIGITS -> word.append(Character.digit(c, 10));
                case PICTURE -> word.appendCodePoint(c);
                case BREAK -> endClause(c);
                case INVISIBLE, OTHER -> {}
            }
        }

        private void endClause(int c) {
            if (c == '?' && !words.isEmpty()) {
                asked.add(words.getLast().clause());
            }
            // a point inside a number is no end
            boolean afterNumber = !words.isEmpty() && words.getLast().isNumber() && (c == '.' || c == ',' || c == ':');
            if (!words.isEmpty() && words.getLast().clause() == clause && !afterNumber) {
                clause++;
            }
        }

        void endWord() {
            if (!word.isEmpty()) {
                String raw = word.toString();
                boolean letters = kind == Kind.DEVANAGARI || kind == Kind.LATIN;
                String key = letters ? folding.key(raw) : raw;
                if (!key.isEmpty()) {
                    words.add(new Word(raw, key, clause));
                }
                word.setLength(0);
            }
        }
    }

    private static Kind kindOf(int c) {
        if (Devanagari.isLetter(c)) {
            return Kind.DEVANAGARI;
        }
        if (LatinSpelling.isLetter(c)) {
            return Kind.LATIN;
        }
        if (Character.isDigit(c)) {
            return Kind.DIGITS;
        }
        if (Character.getType(c) == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F)) {
            return Kind.INVISIBLE;
        }
        if (c >= 0x1F000 || (c >= 0x2600 && c <= 0x27BF)) {
            return Kind.PICTURE;
        }
        return ".?!,;:\n।॥…—|".indexOf(c) >= 0 ? Kind.BREAK : Kind.OTHER;
    }
}
