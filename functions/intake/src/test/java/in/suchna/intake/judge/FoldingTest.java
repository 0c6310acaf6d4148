package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    private final Folding folding = new Folding(Lines.ofResource("spellings.txt"));
    private final Ear ear = new Ear(folding);

    @ParameterizedTest
    @CsvSource({
        "चाकू, chaku", "चाकू, chaakoo", "मार, maar", "मार, mar", "ख़ून, khoon", "खून, khun", "गाँव, gaon",
                "गांव, gaanv",
        "लड़की, ladki", "लडकी, ladkee", "पुलिस, police", "फोन, phone", "गई, gayi", "गए, gaye", "है, hai", "हैं, hain",
        "शराब, sharab", "क्षेत्र, kshetr", "वहाँ, wahan", "झगड़ा, jhagda", "अस्पताल, hospital", "कृपा, kripa", "ऋण, rin"
    })
    void oneSpokenWordHasOneKey(String one, String other) {
        assertThat(folding.key(one)).isEqualTo(folding.key(other));
    }

    @ParameterizedTest
    @CsvSource({"चोर, चार", "घर, कर", "papa, pa", "बच्चे, बचाओ", "katta, kaata", "गया, गाय"})
    void wordsThatMeanOtherThingsKeepOtherKeys(String one, String other) {
        assertThat(folding.key(one)).isNotEqualTo(folding.key(other));
    }

    @Test
    void invisibleCharactersAreDroppedAndDigitsAndEmojiKept() {
        Told told = ear.hear("चा\u200dकू\u202e १२३😂abc5");
        assertThat(told.words().stream().map(Word::raw)).containsExactly("चाकू", "123", "😂", "abc", "5");
    }

    @Test
    void aWordWithAccentsIsOneWord() {
        assertThat(ear.hear("caféwala Àbſ").words()).hasSize(2);
        assertThat(ear.hear("a¿b").words()).hasSize(2);
    }

    @Test
    void aFullStopADigitAndAnotherScriptEndADevanagariWord() {
        assertThat(ear.hear("घर।घर").words()).extracting(Word::raw).containsExactly("घर", "घर");
        assertThat(ear.hear("घर५घर").words()).extracting(Word::raw).containsExactly("घर", "5", "घर");
        assertThat(ear.hear("घरঀघर").words()).hasSize(2);
        assertThat(ear.hear("घॣर॰घॿरऀ").words()).hasSize(1);
    }

    @Test
    void aBrokenLineIsNamedByItsNumber() {
        assertThatThrownBy(() -> new Folding(Lines.of("spellings.txt", "# first\n\nफोन phone\n")))
                .isInstanceOf(ResourceBroken.class)
                .hasMessageContaining("spellings.txt, line 3");
        assertThatThrownBy(() -> new Folding(Lines.of("spellings.txt", "= phone")))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> Lines.ofResource("missing.txt"))
                .isInstanceOf(ResourceBroken.class)
                .hasMessageContaining("missing.txt");
        assertThatThrownBy(() -> new Lexicon(Lines.of("lexicon.txt", "[knife] a\nchaku |\n[knife] b"), folding))
                .hasMessageContaining("line 3")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new Lexicon(Lines.of("lexicon.txt", "[Big Knife] a"), folding))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> new Lexicon(Lines.of("lexicon.txt", "chaku | chhuri"), folding))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> new RuleBook(
                        Lines.of("rules.txt", "a : VIOLENCE HIGH : nobody_knows_this : why"), java.util.Set.of()))
                .hasMessageContaining("nobody_knows_this");
    }
}
