package in.suchna.webhook.keep;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** When WhatsApp says something happened: unix seconds as text or number, sometimes milliseconds, sometimes nonsense. */
final class Times {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,13}");
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;
    private static final Instant WHATSAPP_BEGAN = Instant.parse("2009-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private Times() {}

    /** The time under {@code timestamp}, or now if it can't be one. */
    static Instant of(JsonNode node, Instant now) {
        String text = Words.raw(node, "timestamp").strip();
        if (!DIGITS.matcher(text).matches()) {
            return now;
        }
        long number = Long.parseLong(text);
        Instant at = number >= FIRST_MILLISECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return at.isBefore(WHATSAPP_BEGAN) || at.isAfter(now.plus(CLOCKS_DIFFER)) ? now : at;
    }
}
