package in.suchna.desk.tip;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.desk.Desk;
import in.suchna.widget.words.Phrases;
import in.suchna.widget.words.Tongue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Path RULES = Path.of("../intake/src/main/resources/in/suchna/intake/judge/rules.txt");

    private static String words(String reason, Tongue tongue) {
        return Reasons.inWords(reason, Phrases.of(tongue, ZoneId.of("Asia/Kolkata"), Desk.class));
    }

    @Test
    void everyRuleOfTheJudgeHasItsReasonInHindi() throws IOException {
        List<String> rules = Files.readAllLines(RULES).stream()
                .filter(line -> line.matches("[a-z-]+ : .*"))
                .toList();
        assertThat(rules).hasSizeGreaterThan(40).allSatisfy(line -> {
            String[] parts = line.split(" : ", -1);
            String reason = parts[0] + ": " + parts[parts.length - 1];
            assertThat(words(reason, Tongue.HINDI)).doesNotContain(parts[parts.length - 1]);
            assertThat(words(reason, Tongue.ENGLISH)).isEqualTo(reason);
        });
        assertThat(words("model: words like those of tips that are HIGH (83 %)", Tongue.HINDI))
                .startsWith("मॉडल")
                .endsWith("(83 %)");
        assertThat(words("nothing in it calls for the police", Tongue.HINDI)).startsWith("इसमें");
    }

    @Test
    void whatAPersonWroteStaysAsItIs() {
        assertThat(words("desk: truck on its way: now", Tongue.HINDI)).isEqualTo("डेस्क: truck on its way: now");
        assertThat(words("an odd reason", Tongue.HINDI)).isEqualTo("an odd reason");
    }
}
