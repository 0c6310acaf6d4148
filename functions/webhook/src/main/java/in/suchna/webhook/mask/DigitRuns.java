package in.suchna.webhook.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The stretches of a text that can be read as one number: digits of any script with little but no letter between them. */
final class DigitRuns {
    /** Fewer digits than this are no phone number. */
    static final int FEWEST_DIGITS = 6;

    private static final int WIDEST_GAP = 3;

    private final String text;
    private final List<Run> runs = new ArrayList<>();
    private byte[] digits = new byte[16];
    private int[] places = new int[16];
    private int length;

    private DigitRuns(String text) {
        this.text = text;
    }

    static DigitRuns of(String text) {
        DigitRuns runs = new DigitRuns(text);
        runs.scan();
        return runs;
    }

    void forEach(Consumer<Run> each) {
        runs.forEach(each);
    }

    private void scan() {
        int gap = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                add((byte) digit, at);
                gap = 0;
            } else if (length > 0 && (++gap > WIDEST_GAP || Character.isLetter(point))) {
                finish();
            }
            at += Character.charCount(point);
        }
        finish();
    }

    private void add(byte digit, int place) {
        if (length == digits.length) {
            digits = Arrays.copyOf(digits, length * 2);
            places = Arrays.copyOf(places, length * 2);
        }
        digits[length] = digit;
        places[length++] = place;
    }

    private void finish() {
        if (length >= FEWEST_DIGITS) {
            runs.add(new Run(text, Arrays.copyOf(digits, length), Arrays.copyOf(places, length)));
        }
        length = 0;
    }

    /** One stretch. */
    static final class Run {
        private final String text;
        private final byte[] digits;
        private final int[] places;

        private Run(String text, byte[] digits, int[] places) {
            this.text = text;
            this.digits = digits;
            this.places = places;
        }

        int length() {
            return digits.length;
        }

        int digit(int at) {
            return digits[at];
        }

        /** Whether the tail of a number, from a place in it, stands here. */
        boolean holds(int at, byte[] number, int from) {
            return Arrays.equals(digits, at, at + number.length - from, number, from, number.length);
        }

        /** Where a digit ends in the text. */
        int end(int at) {
            return places[at] + Character.charCount(text.codePointAt(places[at]));
        }

        /** Where a digit begins in the text, with a {@code +} or bracket before it. */
        int plusBefore(int at) {
            int place = places[at];
            while (place > 0 && "+(".indexOf(text.charAt(place - 1)) >= 0) {
                place--;
            }
            return place;
        }
    }
}
