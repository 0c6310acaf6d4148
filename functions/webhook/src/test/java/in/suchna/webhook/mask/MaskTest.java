package in.suchna.webhook.mask;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.webhook.sender.Sender;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    private static Mask of(String phone, String name, String... traces) {
        return new Mask(new Sender(Optional.empty(), Optional.of(phone), List.of(), Set.of(traces), Set.of(name)));
    }

    private final Mask mask = of("915555012345", "दुकालू राम साहू", "IN.708090", "mitan");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5555012345",
                "05555012345",
                "915555012345",
                "+915555012345",
                "+91 55550 12345",
                "+91-55550-12345",
                "(+91) 55550 12345",
                "0091 5555012345",
                "91 5555 012 345",
                "5 5 5 5 0 1 2 3 4 5",
                "55550.12345",
                "५५५५०१२३४५",
                "+९१ ५५५५० १२३४५",
                "５５５５０１２３４５",
                "55550\u200B12345",
                "55550\u00A012345",
                "55550\n12345"
            })
    void theSendersNumberIsHiddenHoweverItIsWritten(String number) {
        String masked = mask.of("call " + number + ", jaldi");

        assertThat(masked).isIn("call █, jaldi", "call (█, jaldi", "call █, jaldi");
        assertThat(masked.codePoints().anyMatch(Character::isDigit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"55550 12346", "CG 05 AB 5555", "20.7071, 81.5497", "12345", "1795514400", "सेक्टर 5, गली 012"})
    void otherNumbersStay(String text) {
        assertThat(mask.of(text)).isEqualTo(text);
    }

    @Test
    void twoNumbersAreHiddenOneByOne() {
        assertThat(mask.of("5555012345 या 5555012346, 5555012345")).isEqualTo("█ या 5555012346, █");
    }

    @Test
    void aNumberInsideALongerOneIsHidden() {
        assertThat(mask.of("id 775555012345")).isEqualTo("id 77█");
    }

    @ParameterizedTest
    @CsvSource({
        "16505551234,(650) 555-1234",
        "16505551234,+1 650 555 1234",
        "5511987654321,11 98765-4321",
        "972987654321,0987654321",
        "12345678,12345678"
    })
    void aForeignNumberIsHiddenToo(String phone, String written) {
        assertThat(of(phone, "x").of(written)).doesNotContain("654321", "1234", "4321");
    }

    @ParameterizedTest
    @CsvSource({
        "मैं दुकालू राम साहू बोल रहा हूँ,मैं █ बोल रहा हूँ",
        "दुकालू  राम-साहू,█",
        "दुकालू राम,दुकालू राम",
        "दुकालू रामनाथ साहू,दुकालू रामनाथ साहू"
    })
    void theSendersNameIsHiddenAsASequenceOfWords(String text, String masked) {
        assertThat(mask.of(text)).isEqualTo(masked);
    }

    @Test
    void capitalsAndInvisibleJoinersDontHideAName() {
        assertThat(of("915555012345", "Sukhmani Netam").of("i am SUKHMANI, netam."))
                .isEqualTo("i am █.");
        assertThat(of("915555012345", "क्षमा ध्रुव").of("क्\u200Dषमा ध्रुव")).isEqualTo("█");
    }

    @Test
    void aNameOfTwoLettersHidesNothing() {
        assertThat(of("915555012345", "Om").of("Om chowk, om")).isEqualTo("Om chowk, om");
        assertThat(of("915555012345", "🌹").of("🌹 🌹")).isEqualTo("🌹 🌹");
    }

    @Test
    void idsAndUserNamesAreHidden() {
        assertThat(mask.of("in.708090 @mitan mitanin wamid.HBgMOTE1+/=x==, Wamid.a"))
                .isEqualTo("█ @█ mitanin █, █");
    }

    @Test
    void aTextWithoutTracesIsTheSameText() {
        String text = "बस स्टैंड के पीछे जुआ 🎲 होता है";
        assertThat(mask.of(text)).isSameAs(text);
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(mask.of("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(mask.of("🎲")).isEqualTo("🎲");
    }
}
