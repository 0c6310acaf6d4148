package in.suchna.intake.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.citizen.Language;
import in.suchna.intake.conversation.Question;
import in.suchna.intake.conversation.Saying;
import in.suchna.tip.Status;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private static final int LONGEST_LIST_TEXT = 4096;
    private final Sentences sentences = Sentences.ofResources();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameThings(Language language) {
        assertThat(sentences.keys(language))
                .isEqualTo(sentences.keys(Language.ENGLISH))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noSentenceIsLongerThanWhatsAppTakes(Language language) {
        for (String key : sentences.keys(language)) {
            String sentence = sentences.of(language, key, "7K3QM9T");
            int longest = key.startsWith("tap.") || key.equals("language.button")
                    ? Saying.LONGEST_TITLE
                    : key.equals("language.name")
                            ? Saying.LONGEST_ROW
                            : key.equals("about.long") || key.equals("help") ? LONGEST_LIST_TEXT : 400;
            assertThat(sentence.length()).as(language + " " + key).isBetween(1, longest);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFirstAnswerStaysUnderFiveLines(Language language) {
        for (String kept : Set.of("kept.first", "kept.critical")) {
            String helplines = sentences.of(language, "helpline.CYBER_FRAUD");
            String answer = String.join(
                    "\n", sentences.of(language, kept, "7K3QM9T"), helplines, sentences.of(language, "ask.danger"));
            assertThat(answer.lines().count()).isLessThan(5);
        }
        assertThat(sentences.of(language, "welcome").lines().count()).isLessThan(5);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyQuestionAndStatusHasItsWords(Language language) {
        Set<String> needed = new TreeSet<>();
        for (Question question : Question.values()) {
            needed.add("ask." + question.name().toLowerCase(Locale.ROOT));
        }
        for (Status status : Status.values()) {
            needed.add("status." + status.name());
        }
        assertThat(sentences.keys(language)).containsAll(needed);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheLawAsksIsSaidBehindTheTap(Language language) {
        assertThat(sentences.of(language, "about.long"))
                .contains("112", "1930", "100", "07722-232511", "FIR")
                .contains(language == Language.ENGLISH ? "forget" : language == Language.HINGLISH ? "mitao" : "मिटाओ");
    }

    @Test
    void aSentenceThatIsMissingIsNamed() {
        assertThatThrownBy(() -> sentences.of(Language.HINDI, "no.such"))
                .isInstanceOf(SentenceMissing.class)
                .hasMessageContaining("no.such");
    }
}
