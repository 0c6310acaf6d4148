package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    private final Reader reader = Reader.ofResources();

    @ParameterizedTest
    @CsvSource({
        "bachao, NOW",
        "paanch minute pehle chaku nikala, NOW",
        "abhi jua chal raha hai, NOW",
        "abhi kisko phone kare, UNKNOWN",
        "aaj raat shadi me jua hoga, SOON",
        "tomorrow they will fight, SOON",
        "roz jua khelte hai, RECURRING",
        "bahut dino se daru bikti hai, RECURRING",
        "kiraya wala ganja bechta hai, RECURRING",
        "pichle saal chori hui, PAST",
        "yaha chor tha, PAST",
        "kal raat chori, PAST",
        "ladke jua khel rahe hai, NOW",
        "jaldi aao, NOW",
        "diwar gir gayi, NOW",
        "ganja, UNKNOWN",
    })
    void theWordsOfATextTellItsTime(String text, When when) {
        assertThat(reader.read(text).orElseThrow().when()).as(text).isEqualTo(when);
    }

    @Test
    void theEndOfATextIsReadForItselfOnceTheTextIsLong() {
        Reading forty = reader.read("ghar ".repeat(40)).orElseThrow();
        assertThat(reader.readEnd(forty)).isEmpty();
        Reading more = reader.read("dukan ".repeat(17) + "ghar ".repeat(24)).orElseThrow();
        assertThat(reader.readEnd(more))
                .hasValueSatisfying(end -> assertThat(end.told().words())
                        .hasSize(24)
                        .extracting(Word::raw)
                        .containsOnly("ghar"));
    }

    @ParameterizedTest
    @CsvSource({"1, very_short", "2, very_short", "3, short", "4, short", "5, ", "45, ", "46, long"})
    void howManyWordsATextHasIsASign(int words, String sign) {
        assertThat(reader.read("ghar ".repeat(words)).orElseThrow().signs().all())
                .filteredOn(List.of("very_short", "short", "long")::contains)
                .isEqualTo(Stream.ofNullable(sign).toList());
    }

    @Test
    void pictureNumberAndQuestionAreSigns() {
        assertThat(reader.read("☀ 5 log kaha hai? wo ghar me hai")
                        .orElseThrow()
                        .signs()
                        .all())
                .contains("picture", "number", "asked")
                .doesNotContain("ends_asked");
        assertThat(reader.read("ghar me log hai kya?").orElseThrow().signs().all())
                .contains("asked", "ends_asked")
                .doesNotContain("picture", "number");
    }

    @Test
    void aTextWithoutAWordIsNotRead() {
        assertThat(reader.read(" ... !! ")).isEmpty();
        assertThat(reader.read("")).isEmpty();
    }

    @Test
    void aVehicleAndAPlaceInATextAreSigns() {
        Signs signs = reader.read("kurud me CG05AB1234").orElseThrow().signs();
        assertThat(signs.has("vehicle")).isTrue();
        assertThat(signs.has("place")).isTrue();
        assertThat(reader.read("ghar me khana").orElseThrow().signs().all()).doesNotContain("vehicle", "place");
    }
}
