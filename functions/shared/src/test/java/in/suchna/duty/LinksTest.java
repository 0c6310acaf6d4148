package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T18:30:00Z");
    private static final Unit KURUD = Unit.of(new Thana("Kurud"));
    private final Links links = new Links("an invented secret of 32 letters".getBytes(StandardCharsets.UTF_8));
    private final Random draw = new Random(5);

    private static Alert alert(Reference reference, int raise, int rung, String officer, Unit unit, Instant at) {
        return new Alert(
                reference,
                raise,
                rung,
                officer,
                unit,
                Priority.CRITICAL,
                Optional.empty(),
                AlertState.PENDING,
                0,
                at,
                at);
    }

    @Test
    void aTokenIsThirteenLettersAndDigitsAndNamesItsTip() {
        for (int i = 0; i < 2_000; i++) {
            Alert alert = alert(Reference.draw(draw), 0, 0, "kurud-si-1", KURUD, NOW);
            String token = links.tokenOf(alert);
            assertThat(token).matches("[0-9A-Za-z]{13}");
            assertThat(Links.referenceIn(token)).contains(alert.reference());
            assertThat(links.isOf(token, alert)).isTrue();
        }
    }

    @Test
    void aTokenIsOfItsOwnAlertOnly() {
        Reference tip = Reference.draw(draw);
        Alert alert = alert(tip, 0, 0, "kurud-si-1", KURUD, NOW);
        String token = links.tokenOf(alert);
        List<Alert> others = List.of(
                alert(Reference.draw(draw), 0, 0, "kurud-si-1", KURUD, NOW),
                alert(tip, 1, 0, "kurud-si-1", KURUD, NOW),
                alert(tip, 0, 1, "kurud-si-1", KURUD, NOW),
                alert(tip, 0, 0, "kurud-si-2", KURUD, NOW),
                alert(tip, 0, 0, "kurud-si-1", Unit.CONTROL_ROOM, NOW),
                alert(tip, 0, 0, "kurud-si-1", KURUD, NOW.plus(Duration.ofMillis(1))));
        assertThat(others).noneMatch(other -> links.isOf(token, other));
        Links other = new Links("another secret of 32 letters too".getBytes(StandardCharsets.UTF_8));
        assertThat(other.isOf(token, alert)).isFalse();
    }

    @Test
    void anyLetterChangedMakesItNoLinkOfTheAlert() {
        Alert alert = alert(Reference.draw(draw), 0, 0, "kurud-si-1", KURUD, NOW);
        String token = links.tokenOf(alert);
        Set<String> changed = new HashSet<>();
        for (int i = 0; i < token.length(); i++) {
            for (char c : "0Zaz9".toCharArray()) {
                changed.add(token.substring(0, i) + c + token.substring(i + 1));
            }
        }
        changed.remove(token);
        changed.add(token.toLowerCase(java.util.Locale.ROOT));
        assertThat(changed).noneMatch(forged -> links.isOf(forged, alert));
    }

    @Test
    void whatCanBeNoTokenNamesNoTip() {
        for (String none :
                List.of("", "0", "0".repeat(12), "0".repeat(14), "zzzzzzzzzzzzz", "000000000000-", "कककककककककककक")) {
            assertThat(Links.referenceIn(none)).as(none).isEmpty();
        }
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new Links(new byte[31])).hasMessageContaining("31");
    }
}
