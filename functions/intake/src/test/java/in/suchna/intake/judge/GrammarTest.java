package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private final Ear ear = new Ear(new Folding(Lines.ofResource("spellings.txt")));

    @ParameterizedTest
    @CsvSource({
        "मार रहे हैं, GOING_ON",
        "maar rahe hai, GOING_ON",
        "मारत हे, GOING_ON",
        "marat hain, GOING_ON",
        "he is beating her, GOING_ON",
        "they are badly beating him, GOING_ON",
        "मार रहे थे, WAS_GOING_ON",
        "peet raha tha, WAS_GOING_ON",
        "मारत रिहिस, WAS_GOING_ON",
        "they were beating him, WAS_GOING_ON",
        "मारते हैं, HABIT",
        "bechta hai, HABIT",
        "khelti hai, HABIT",
        "दारू बेचथे, HABIT",
        "daru bechthe, HABIT",
        "does he sell, HABIT",
        "गिर गया है, RESULT",
        "gir gaya, RESULT",
        "he has fallen, RESULT",
        "यहाँ था, PAST",
        "yaha rihis, PAST",
        "he was here, PAST",
        "मारेगा, FUTURE",
        "marenge, FUTURE",
        "मारही, FUTURE",
        "marne wale hai, FUTURE",
        "hoga, FUTURE",
        "he will come, FUTURE",
    })
    void aVerbsEndingAndHelperTellItsTime(String text, Tense tense) {
        assertThat(Grammar.verbs(ear.hear(text)))
                .as(text)
                .extracting(Grammar.Verb::tense)
                .containsExactly(tense);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raat he",
                "bahut hai",
                "beti hai",
                "rasta hai",
                "aage",
                "log",
                "nahi",
                "kabhi",
                "jitne wale",
                "रहे",
                "this thing",
                "sing a song",
                "हाथ",
                "bete",
                "ghar"
            })
    void whatOnlyEndsLikeAVerbIsNone(String text) {
        assertThat(Grammar.verbs(ear.hear(text))).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'maar rahe hai. wo yaha tha', GOING_ON, PAST",
        "'daru bechta hai, pakda gaya', HABIT, RESULT",
        "'gir gaya tha abhi maar rahe hai', PAST, GOING_ON",
        "'wo maar. rahe hai', , ",
    })
    void eachClauseHasItsOwnVerb(String text, Tense first, Tense second) {
        assertThat(Grammar.verbs(ear.hear(text)))
                .as(text)
                .extracting(Grammar.Verb::tense)
                .isEqualTo(java.util.stream.Stream.of(first, second)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }
}
