package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenialTest {
    private final Ear ear = new Ear(new Folding(Lines.ofResource("spellings.txt")));

    private boolean denied(String text) {
        Told told = ear.hear(text);
        for (String word : List.of("bomb", "chor", "danga")) {
            for (int i = 0; i < told.size(); i++) {
                if (told.key(i).equals(ear.hear(word).key(0))) {
                    return Denial.of(told, i, i + 1);
                }
            }
        }
        throw new AssertionError("No bomb, thief or riot in " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "koi danga nahi hua",
                "danga nahi",
                "danga bilkul nahi",
                "यहाँ दंगा नहीं है",
                "no bomb was found",
                "not a bomb",
                "it isnt a bomb",
                "nakli bomb hai",
                "चोर नो हय",
                "chor no hay",
                "the bomb wasnt"
            })
    void whatATextSaysIsNotSoIsNoDanger(String text) {
        assertThat(denied(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "danga ho raha hai",
                "danga nahi ruk raha",
                "police nahi aayi danga ho raha hai",
                "danga ho raha hai koi nahi",
                "nahi. bomb hai",
                "bomb hai. nahi hai ye jhuth",
                "bomb hai, no police here",
                "no one helps here bomb",
                "नो दंगा"
            })
    void aNoThatIsAboutSomethingElseDeniesNothing(String text) {
        assertThat(denied(text)).as(text).isFalse();
    }
}
