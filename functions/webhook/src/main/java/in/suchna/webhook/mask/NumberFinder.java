package in.suchna.webhook.mask;

/**
 * Finds one phone number however it is written: with or without the country's code, {@code +}, {@code 0} or {@code 00},
 * spaced and dotted at will, in the digits of any script.
 */
final class NumberFinder {
    private static final String INDIA = "91";
    private static final int INDIAN_DIGITS = 12;
    private static final int NATIONAL_IN_INDIA = 10;
    private static final int NATIONAL_ELSEWHERE = 9;

    private final byte[] number;
    private final int core;

    /** @param number digits with the country's code */
    NumberFinder(String number) {
        this.number = new byte[number.length()];
        for (int i = 0; i < number.length(); i++) {
            this.number[i] = (byte) (number.charAt(i) - '0');
        }
        this.core = Math.min(number.length(), nationalDigits(number));
    }

    private static int nationalDigits(String number) {
        return number.length() == INDIAN_DIGITS && number.startsWith(INDIA) ? NATIONAL_IN_INDIA : NATIONAL_ELSEWHERE;
    }

    void hideIn(DigitRuns runs, Spans spans) {
        if (core >= DigitRuns.FEWEST_DIGITS) {
            runs.forEach(run -> hideIn(run, spans));
        }
    }

    private void hideIn(DigitRuns.Run run, Spans spans) {
        for (int at = 0; at + core <= run.length(); at++) {
            if (run.holds(at, number, number.length - core)) {
                int first = withPrefix(run, at);
                spans.hide(run.plusBefore(first), run.end(at + core - 1));
                at += core - 1;
            }
        }
    }

    /** Back over the country's code and the zeros that may stand before it. */
    private int withPrefix(DigitRuns.Run run, int at) {
        int first = at;
        for (int i = number.length - core - 1; i >= 0 && first > 0 && run.digit(first - 1) == number[i]; i--) {
            first--;
        }
        for (int zeros = 0; zeros < 2 && first > 0 && run.digit(first - 1) == 0; zeros++) {
            first--;
        }
        return first;
    }
}
