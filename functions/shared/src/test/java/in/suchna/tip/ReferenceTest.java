package in.suchna.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final int MANY = 2_000;
    private final Random random = new Random(7);

    @Test
    void aDrawnReferenceIsReadBackAsItWasWritten() {
        for (int i = 0; i < MANY; i++) {
            Reference drawn = Reference.draw(random);
            assertThat(Reference.read(drawn.text())).contains(drawn);
            assertThat(drawn.text()).hasSize(Reference.LENGTH).matches(".*[0-9].*");
        }
    }

    @Test
    void smallLettersAndTheUsualSlipsOfAPenAreUnderstood() {
        Reference drawn = drawnWith("01");
        String slipped = drawn.text().replace('0', 'o').replace('1', 'l').toLowerCase(java.util.Locale.ROOT);
        assertThat(Reference.read(" " + slipped + " ")).contains(drawn);
    }

    private Reference drawnWith(String characters) {
        while (true) {
            Reference drawn = Reference.draw(random);
            if (characters.chars().allMatch(c -> drawn.text().indexOf(c) >= 0)) {
                return drawn;
            }
        }
    }

    @Test
    void anyOneWrongCharacterIsFoundButZeroForZ() {
        for (int i = 0; i < MANY; i++) {
            String right = Reference.draw(random).text();
            int place = random.nextInt(Reference.LENGTH);
            char wrong = Reference.ALPHABET.charAt(random.nextInt(Reference.ALPHABET.length()));
            char was = right.charAt(place);
            if (wrong == was || (wrong == '0' && was == 'Z') || (wrong == 'Z' && was == '0')) {
                continue;
            }
            String changed = right.substring(0, place) + wrong + right.substring(place + 1);
            assertThat(Reference.read(changed)).as(right + " as " + changed).isEmpty();
        }
    }

    @Test
    void twoNeighboursSwappedAreFound() {
        for (int i = 0; i < MANY; i++) {
            String right = Reference.draw(random).text();
            int place = random.nextInt(Reference.LENGTH - 2);
            char a = right.charAt(place);
            char b = right.charAt(place + 1);
            if (a == b || (a == '0' && b == 'Z') || (a == 'Z' && b == '0')) {
                continue;
            }
            String swapped = right.substring(0, place) + b + a + right.substring(place + 2);
            assertThat(Reference.read(swapped)).as(right + " as " + swapped).isEmpty();
        }
    }

    @Test
    void itIsFoundInASentenceAndNoSevenLetterWordIsTakenForOne() {
        Reference drawn = Reference.draw(random);
        assertThat(Reference.findIn("मेरी सूचना " + drawn + " का क्या हुआ?")).contains(drawn);
        assertThat(Reference.findIn("station village morning another suspect")).isEmpty();
    }

    @Test
    void aWrongOneIsRefusedWithItsRule() {
        assertThatThrownBy(() -> new Reference("ABC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 letters and digits");
    }
}
