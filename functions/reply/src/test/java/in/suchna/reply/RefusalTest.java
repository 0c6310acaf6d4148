package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Path NOTES = Path.of("../../../shared/WHATSAPP.md");
    private static final Set<Refusal> UNKNOWN =
            Set.of(Refusal.UNKNOWN, Refusal.UNKNOWN_SERVER, Refusal.UNKNOWN_RATE, Refusal.UNKNOWN_TOKEN);

    /** What helps, by the code: written down a second time, so that a slip in the table shows. */
    private static final Map<Retry, List<Integer>> EXPECTED = new TreeMap<>(Map.of(
            Retry.OPERATOR,
            List.of(
                    0, 190, 3, 10, 200, 250, 299, 131005, 368, 131031, 130497, 131042, 131037, 131045, 133010, 132001,
                    132015, 132016),
            Retry.NOW_BACKOFF,
            List.of(1, 2, 131000, 131016, 133004),
            Retry.SLOWER,
            List.of(4, 80007, 130429, 131057, 133016),
            Retry.THIS_PERSON_LATER,
            List.of(131056),
            Retry.HOURS,
            List.of(131048, 132069),
            Retry.FEW_TRIES,
            List.of(131053),
            Retry.AS_TEMPLATE,
            List.of(131047),
            Retry.NEVER,
            List.of(
                    131049, 130472, 131050, 131026, 131030, 131051, 131052, 100, 131008, 131009, 131021, 33, 135000,
                    132000, 132012, 132005, 132007, 132068, 131062)));

    @Test
    void eachKnownCodeHasItsRetryWhateverTheHttpStatus() {
        EXPECTED.forEach((retry, codes) -> codes.forEach(code -> {
            assertThat(Refusal.of(code).retry()).as("code %d", code).isEqualTo(retry);
            assertThat(Refusal.of(code, 400).retry()).as("code %d", code).isEqualTo(retry);
            assertThat(Refusal.of(code, 500).retry()).as("code %d", code).isEqualTo(retry);
        }));
    }

    @Test
    void anUnknownCodeIsJudgedByTheHttpStatus() {
        assertThat(Refusal.of(999_999, 503).retry()).isEqualTo(Retry.NOW_BACKOFF);
        assertThat(Refusal.of(999_999, 429).retry()).isEqualTo(Retry.SLOWER);
        assertThat(Refusal.of(999_999, 401).retry()).isEqualTo(Retry.OPERATOR);
        assertThat(Refusal.of(999_999, 404).retry()).isEqualTo(Retry.FEW_TRIES);
        assertThat(Refusal.of(999_999).retry()).isEqualTo(Retry.FEW_TRIES);
    }

    @Test
    void noTwoRefusalsShareACodeAndAllSayWhatTheyMean() {
        List<Integer> codes = new ArrayList<>();
        for (Refusal refusal : Refusal.values()) {
            assertThat(refusal.meaning()).isNotBlank();
            if (!UNKNOWN.contains(refusal)) {
                codes.add(refusal.code());
                assertThat(Refusal.of(refusal.code())).isEqualTo(refusal);
            }
        }
        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeOfTheNotesOnWhatsAppIsInTheTable() throws IOException {
        assumeTrue(Files.exists(NOTES), "the notes on WhatsApp lie beside the clone only in CI");
        List<Integer> codes = codesOf(Files.readString(NOTES));
        assertThat(codes).hasSizeGreaterThan(50);
        codes.forEach(code -> assertThat(UNKNOWN).as("code %d", code).doesNotContain(Refusal.of(code)));
    }

    /** The numbers in the first column of the table of section 7. */
    private static List<Integer> codesOf(String notes) {
        String section = notes.substring(notes.indexOf("\n## 7."), notes.indexOf("\n## 8."));
        List<Integer> codes = new ArrayList<>();
        section.lines().filter(line -> line.matches("\\| *[0-9].*")).forEach(line -> {
            String column =
                    line.split("\\|", -1)[1].replaceAll("\\([^)]*\\)", "").replace("5xx", "");
            Matcher numbers = Pattern.compile("([0-9]+)(?:-([0-9]+))?").matcher(column);
            while (numbers.find()) {
                int from = Integer.parseInt(numbers.group(1));
                int to = numbers.group(2) == null ? from : Integer.parseInt(numbers.group(2));
                IntStream.rangeClosed(from, to).forEach(codes::add);
            }
        });
        return codes;
    }
}
