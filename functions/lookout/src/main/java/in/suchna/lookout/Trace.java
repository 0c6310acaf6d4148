package in.suchna.lookout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tells who sent a message. All people in tests are invented, so that they can be known by their look. */
public enum Trace {
    /**
     * Tests' phones are +91 5555x xxxxx, written with or without the country and a space, in any digits. Those of people
     * who are only spoken of in a message are +91 55559 xxxxx; they belong to what was told, and stay. The line's own number, +91 55550 00000, is given out to everybody.
     */
    NUMBER(Pattern.compile("(?<![0-9])(?:\\+?91[ -]?)?5555(?!0[ -]?00000)[0-8][ -]?[0-9]{5}(?![0-9])")),
    /** Ids of messages, which WhatsApp makes out of the sender's number. */
    WAMID(Pattern.compile("wamid\\.[A-Za-z0-9+/=_-]{6,}")),
    /** Business-scoped user ids: a country and digits. */
    USER_ID(Pattern.compile("(?<![A-Za-z0-9])[A-Z]{2}\\.[0-9]{6,}")),
    /** Names of people in tests, from {@code names.txt}. */
    NAME(names());

    private final Pattern look;

    Trace(Pattern look) {
        this.look = look;
    }

    /** Which traces stand in a text. */
    static Set<Trace> in(String text) {
        String plain = latinDigits(text);
        return Arrays.stream(values())
                .filter(trace -> trace.look.matcher(plain).find())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trace.class)));
    }

    private static String latinDigits(String text) {
        boolean plain = text.codePoints().noneMatch(c -> c > 127 && Character.isDigit(c));
        return plain
                ? text
                : text.codePoints()
                        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static Pattern names() {
        try (InputStream file = Objects.requireNonNull(Trace.class.getResourceAsStream("names.txt"), "names.txt")) {
            String alternatives = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
