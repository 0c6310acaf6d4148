package in.suchna.webhook.mask;

import in.suchna.webhook.sender.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides one sender in texts: their numbers, ids, user name and name, and any of WhatsApp's message ids, which hold a
 * number. What it can't see: a number spelled in words, half a name, a relative's number. Officers are told so.
 */
public final class Mask {
    /** Stands for what was hidden. */
    public static final String BLOCK = "█";

    private static final Pattern WAMID = Pattern.compile("wamid\\.[A-Za-z0-9+/=_\\-]*", Pattern.CASE_INSENSITIVE);
    private static final int LETTERS_OF_A_RARE_WORD = 10;
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{6,20}");

    private final List<NumberFinder> numbers = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<NameFinder> names = new ArrayList<>();

    /** @param own the message's own ids, hidden besides the sender */
    public Mask(Sender sender, String... own) {
        sender.traces().forEach(this::trace);
        sender.phone().ifPresent(this::trace);
        sender.otherIds().forEach(this::trace);
        sender.names().forEach(name -> names.add(new NameFinder(name)));
        for (String id : own) {
            ids.add(id);
        }
    }

    private void trace(String trace) {
        if (DIGITS.matcher(trace).matches()) {
            numbers.add(new NumberFinder(trace.startsWith("+") ? trace.substring(1) : trace));
        } else {
            ids.add(trace);
        }
    }

    /** The text with {@value #BLOCK} in place of whatever gives the sender away. */
    public String of(String text) {
        String whole = wholeCharacters(text);
        Spans spans = new Spans(whole);
        hideIds(whole, spans);
        if (!numbers.isEmpty()) {
            DigitRuns runs = DigitRuns.of(whole);
            numbers.forEach(number -> number.hideIn(runs, spans));
        }
        if (!names.isEmpty()) {
            List<NameFinder.Words.Word> words = NameFinder.Words.of(whole);
            names.forEach(name -> name.hideIn(words, spans));
        }
        return spans.masked();
    }

    private void hideIds(String text, Spans spans) {
        Matcher wamids = WAMID.matcher(text);
        while (wamids.find()) {
            spans.hide(wamids.start(), wamids.end());
        }
        for (String id : ids) {
            boolean rare = isRare(id);
            for (int at = 0; at + id.length() <= text.length(); at++) {
                int end = at + id.length();
                if (text.regionMatches(true, at, id, 0, id.length()) && (rare || standsAlone(text, at, end))) {
                    spans.hide(at, end);
                }
            }
        }
    }

    // a short user name of letters only may be a syllable of other words
    private static boolean isRare(String id) {
        return id.length() >= LETTERS_OF_A_RARE_WORD || !id.chars().allMatch(Character::isLetter);
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetter(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetter(text.codePointAt(end)));
    }

    /** Half an emoji can't be stored as UTF-8; the sealed original keeps it. */
    private static String wholeCharacters(String text) {
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (Character.getType(point) == Character.SURROGATE) {
                return mended(text);
            }
            at += Character.charCount(point);
        }
        return text;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
