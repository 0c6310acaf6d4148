package in.suchna.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Priority;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTest {
    private final Words hindi = Words.ofResources("hi");
    private final Words english = Words.ofResources("en");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(hindi.sentences().stringPropertyNames())
                .isEqualTo(english.sentences().stringPropertyNames())
                .contains(Priority.CRITICAL.name(), Priority.HIGH.name());
    }

    @Test
    void thePageIsSmallEnoughForTheSlowestNetwork() {
        assertThat(new Page(hindi, english).html(new Outcome.Unknown()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(4_000);
    }
}
