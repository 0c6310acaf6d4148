package in.suchna.widget.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a function's widgets say in one language: {@code words/<tag>.properties} beside the function's class, UTF-8, where a
 * person who is no programmer can change it; {@code {0}} is where a value goes. What all widgets say stands beside this class.
 */
public final class Phrases {
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int HOURS_OF_A_DAY = 24;
    private static final int DAYS_IN_HOURS = 48;

    private final Properties words = new Properties();
    private final Tongue tongue;
    private final ZoneId zone;
    private final DateTimeFormatter moment = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private Phrases(Tongue tongue, ZoneId zone) {
        this.tongue = tongue;
        this.zone = zone;
    }

    /**
     * Reads the phrases of a language.
     *
     * @param zone in which moments are told
     * @param function the class beside which the function's own phrases stand
     */
    public static Phrases of(Tongue tongue, ZoneId zone, Class<?> function) {
        Phrases phrases = new Phrases(tongue, zone);
        String file = tongue.tag() + ".properties";
        phrases.load(Phrases.class, file);
        phrases.load(function, "words/" + file);
        return phrases;
    }

    private void load(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + file + " can't be read", e);
        }
    }

    /** The language. */
    public Tongue tongue() {
        return tongue;
    }

    /** The district's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Every phrase there is, by its key. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        words.stringPropertyNames().forEach(key -> all.put(key, words.getProperty(key)));
        return all;
    }

    /** A phrase; one that is missing shows its key, for a widget without a word is better than no widget. */
    public String of(String key, Object... values) {
        String phrase = optional(key).orElse(key);
        for (int i = 0; i < values.length; i++) {
            phrase = phrase.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return phrase;
    }

    /** A phrase that may be missing. */
    public Optional<String> optional(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    /** A code in words: a category, priority, status or disposition. */
    public String of(Enum<?> code) {
        return of(code.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + code.name());
    }

    /** A moment of the district's time. */
    public String moment(Instant at) {
        String text = moment.format(at.atZone(zone));
        String english = text.split(" ", 3)[1];
        return text.replace(english, optional("month." + english).orElse(english));
    }

    /** A month's name. */
    public String month(Month month) {
        String english = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return optional("month." + english).orElse(english);
    }

    /** How long ago, such as "2 h 5 min". */
    public String since(Instant at, Instant now) {
        return lasting(Duration.between(at, now));
    }

    /** A duration in at most two units. */
    public String lasting(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < MINUTES_OF_AN_HOUR) {
            return of("age.minutes", minutes);
        }
        long hours = minutes / MINUTES_OF_AN_HOUR;
        return hours < DAYS_IN_HOURS
                ? of("age.hours", hours, minutes % MINUTES_OF_AN_HOUR)
                : of("age.days", hours / HOURS_OF_A_DAY);
    }
}
