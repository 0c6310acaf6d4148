package in.suchna.intake.judge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a vehicle's registration number in any spelling ({@code cg 05 ab 1234}, {@code सीजी 05 एबी १२३४}) and writes it
 * {@code CG05AB1234}.
 */
final class Plates {

    private static final Set<String> STATES = Set.of(
            "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL",
            "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "OR", "PB", "PY", "RJ", "SK", "TG", "TN", "TR", "TS",
            "UK", "UP", "WB");
    private static final Set<String> NO_SERIES =
            Set.of("SE", "KO", "ME", "KA", "KI", "KE", "NO", "TO", "DIN", "RS", "AT", "PM", "AM");
    private static final Pattern STATE_PLATE = Pattern.compile("([A-Z]{2})(\\d{1,2})([A-Z]{0,3})(\\d{4}|\\d{1,4})");
    private static final Pattern BHARAT_PLATE = Pattern.compile("(\\d{2})BH(\\d{4})([A-Z]{1,2})");
    private static final int MOST_WORDS = 12;
    private static final Map<String, String> LETTER_NAMES = letterNames();
    private static final Map<String, String> DIGIT_NAMES = Map.ofEntries(
            Map.entry("jiro", "0"),
            Map.entry("jero", "0"),
            Map.entry("sunya", "0"),
            Map.entry("suny", "0"),
            Map.entry("ek", "1"),
            Map.entry("do", "2"),
            Map.entry("tin", "3"),
            Map.entry("car", "4"),
            Map.entry("cr", "4"),
            Map.entry("pnc", "5"),
            Map.entry("ce", "6"),
            Map.entry("ch", "6"),
            Map.entry("st", "7"),
            Map.entry("aT", "8"),
            Map.entry("no", "9"));

    private Plates() {}

    /** The first registration number named in a text. */
    static Optional<String> findIn(Told told) {
        for (int i = 0; i < told.size(); i++) {
            Optional<String> found = at(told, i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> at(Told told, int first) {
        StringBuilder joined = new StringBuilder();
        Optional<String> longest = Optional.empty();
        for (int i = first; i < Math.min(told.size(), first + MOST_WORDS) && joined.length() <= 10; i++) {
            String piece = piece(told, i, i > first);
            if (piece.isEmpty()) {
                break;
            }
            joined.append(piece);
            Optional<String> read = read(joined.toString());
            if (read.isPresent()) {
                longest = read;
            }
        }
        return longest;
    }

    private static Optional<String> read(String joined) {
        // most chains of short words are none, and are known by their ends
        if (!isDigit(joined.charAt(joined.length() - 1)) && !isDigit(joined.charAt(0))) {
            return Optional.empty();
        }
        Matcher bharat = BHARAT_PLATE.matcher(joined);
        if (bharat.matches()) {
            return Optional.of(joined);
        }
        Matcher plate = STATE_PLATE.matcher(joined);
        if (!plate.matches() || !STATES.contains(plate.group(1)) || NO_SERIES.contains(plate.group(3))) {
            return Optional.empty();
        }
        String number = plate.group(4);
        if (number.length() < (plate.group(3).isEmpty() ? 4 : 3)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s%02d%s%s".formatted(plate.group(1), Integer.parseInt(plate.group(2)), plate.group(3), number));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The letters or digits that a word stands for, or none if it can't be part of a number plate. */
    private static String piece(Told told, int at, boolean inside) {
        String raw = told.raw(at);
        if (told.words().get(at).isNumber()) {
            return raw;
        }
        String digit = DIGIT_NAMES.getOrDefault(told.key(at), "");
        if (inside && !digit.isEmpty()) {
            return digit;
        }
        if (LatinSpelling.isLetter(raw.charAt(0))) {
            return raw.length() <= 3 ? raw.toUpperCase(Locale.ROOT) : "";
        }
        return Devanagari.isLetter(raw.charAt(0)) ? spelledLetters(raw) : "";
    }

    private static String spelledLetters(String raw) {
        StringBuilder letters = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            String name = nameAt(raw, at);
            if (name.isEmpty()) {
                return "";
            }
            letters.append(LETTER_NAMES.getOrDefault(name, ""));
            at += name.length();
        }
        return letters.length() <= 3 ? letters.toString() : "";
    }

    private static String nameAt(String raw, int at) {
        for (String name : LETTER_NAMES.keySet()) {
            if (raw.startsWith(name, at)) {
                return name;
            }
        }
        return "";
    }

    /** Longest names first, so that एफ is not read as ए. */
    private static Map<String, String> letterNames() {
        Map<String, String> names = new LinkedHashMap<>();
        String all = "डब्ल्यू W,डब्लू W,क्यू Q,एक्स X,वाय Y,वाई Y,जेड Z,आर R,आई I,एफ F,एच H,एल L,एम M,एन N,एस S,यू U,"
                + "बी B,सी C,डी D,जी G,जे J,के K,ओ O,पी P,टी T,वी V,ए A,ई E";
        for (String pair : Lines.pieces(all, ",")) {
            names.put(pair.substring(0, pair.indexOf(' ')), pair.substring(pair.indexOf(' ') + 1));
        }
        return names;
    }
}
