package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.Language;
import in.suchna.tip.Category;
import in.suchna.tip.Disposition;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.widget.words.Phrases;
import in.suchna.widget.words.Tongue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+)\\.([a-z.-]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");

    private static Map<String, String> read(Tongue tongue) {
        return Phrases.of(tongue, ZONE, Desk.class).all();
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void everyPhraseTheCodeNamesIsThere(Tongue tongue) throws IOException {
        Set<String> kinds = read(tongue).keySet().stream()
                .map(key -> key.split("\\.", 2)[0])
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .filter(found -> kinds.contains(found.group(1)))
                        .filter(found -> !found.group(2).equals("csv"))
                        .forEach(found -> used.add(found.group(1) + "." + found.group(2)));
            }
        }
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(read(tongue).keySet()).containsAll(used);
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void everyCodeHasWords(Tongue tongue) {
        Phrases phrases = Phrases.of(tongue, ZONE, Desk.class);

        Stream.of(Category.values(), Priority.values(), Status.values(), Disposition.values())
                .flatMap(Stream::of)
                .forEach(code -> assertThat(phrases.of(code)).doesNotContain(code.name()));
        Stream.of(Priority.values())
                .forEach(code ->
                        assertThat(phrases.optional("meaning." + code.name())).isPresent());
        Stream.of(Language.values())
                .forEach(language -> assertThat(phrases.optional("language." + language.tag()))
                        .isPresent());
    }

    @Test
    void bothLanguagesSayTheSameThingsWithTheSameValues() {
        Map<String, String> english = read(Tongue.ENGLISH);
        Map<String, String> hindi = read(Tongue.HINDI);

        assertThat(hindi.keySet().stream()
                        .filter(key -> !key.startsWith("month."))
                        .collect(Collectors.toSet()))
                .isEqualTo(english.keySet());
        english.forEach((key, words) ->
                assertThat(valuesIn(hindi.getOrDefault(key, ""))).as(key).isEqualTo(valuesIn(words)));
    }

    private static Set<String> valuesIn(String words) {
        return VALUE.matcher(words)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void momentsAndAgesAreToldInTheDistrictsTimeAndWords() {
        Instant at = Instant.parse("2026-11-24T18:40:00Z");

        assertThat(Phrases.of(Tongue.ENGLISH, ZONE, Desk.class).moment(at)).isEqualTo("25 Nov 2026, 00:10");
        assertThat(Phrases.of(Tongue.HINDI, ZONE, Desk.class).moment(at)).isEqualTo("25 नवंबर 2026, 00:10");
        Phrases english = Phrases.of(Tongue.ENGLISH, ZONE, Desk.class);
        assertThat(english.lasting(Duration.ofMinutes(59))).isEqualTo("59 min");
        assertThat(english.lasting(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(english.lasting(Duration.ofHours(49))).isEqualTo("2 days");
        assertThat(english.since(at, at.minusSeconds(90))).isEqualTo("0 min");
    }
}
