package in.suchna.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PepperTest {
    private final Pepper pepper = new Pepper("a pepper of thirty-two characters".getBytes(StandardCharsets.UTF_8));

    @Test
    void theSameSenderIsTheSameCitizen() {
        assertThat(pepper.citizen("915555000001")).isEqualTo(pepper.citizen("915555000001"));
        assertThat(pepper.citizen("915555000001")).isNotEqualTo(pepper.citizen("915555000002"));
    }

    @Test
    void anotherPepperGivesAnotherCitizen() {
        Pepper other = new Pepper("another pepper, thirty-two characters".getBytes(StandardCharsets.UTF_8));
        assertThat(other.citizen("915555000001")).isNotEqualTo(pepper.citizen("915555000001"));
    }

    @Test
    void theSameTextForAnotherUseIsAnotherHash() {
        assertThat(pepper.citizen("x").text()).isNotEqualTo(pepper.wamid("x"));
        assertThat(pepper.officer("+915555000101")).isEqualTo(pepper.citizen("915555000101"));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(pepper.message("ab", "c", "1")).isNotEqualTo(pepper.message("a", "bc", "1"));
    }

    @Test
    void oneIdUsedForAPhotoAndATextIsTwoMessages() {
        assertThat(pepper.message("wamid.same", "text", "1")).isNotEqualTo(pepper.message("wamid.same", "image", "1"));
    }

    @Test
    void aShortPepperIsRefused() {
        assertThatThrownBy(() -> new Pepper(new byte[31])).hasMessageContaining("32 bytes");
        assertThat(new Pepper(new byte[Pepper.LEAST_BYTES]).wamid("x")).hasSize(43);
    }

    @Test
    void aSecretWithoutAPepperIsRefused() {
        assertThatThrownBy(() -> Pepper.ofSecret("\n  \n")).hasMessageContaining("empty");
    }

    @Test
    void blankLinesInTheSecretAreNoPeppers() {
        Pepper spaced = Pepper.ofSecret("\n  a pepper of thirty-two characters  \n\n");
        assertThat(spaced.citizen("915555000001")).isEqualTo(pepper.citizen("915555000001"));
        assertThat(spaced.earlierCitizens("915555000001")).isEmpty();
    }

    @Test
    void whatBecameOfOneAnswerIsToldApartByEachPartOfIt() {
        assertThat(List.of(
                        pepper.receipt("wamid.x", "sent", "1", "r"),
                        pepper.receipt("wamid.x", "read", "1", "r"),
                        pepper.receipt("wamid.x", "read", "2", "r"),
                        pepper.receipt("wamid.x", "read", "2", "s")))
                .doesNotHaveDuplicates();
        assertThat(pepper.receipt("wamid.x", "sent", "1", "r")).isEqualTo(pepper.receipt("wamid.x", "sent", "1", "r"));
    }

    @Test
    void aBodyWithoutAnIdIsKnownAgainByItsBytes() {
        byte[] body = "{\"a\":\"क\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(pepper.content(body)).isEqualTo(pepper.content(body.clone()));
        body[6] ^= 1;
        assertThat(pepper.content(body)).isNotEqualTo(pepper.content("{\"a\":\"क\"}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRenewedPepperKnowsCitizensByTheNewAndFindsThemByTheOld() {
        String old = "a pepper of thirty-two characters";
        Pepper renewed = Pepper.ofSecret("a newer pepper, drawn in a better year\n" + old + "\n");

        assertThat(renewed.citizen("915555000001")).isNotEqualTo(pepper.citizen("915555000001"));
        assertThat(renewed.earlierCitizens("915555000001")).containsExactly(pepper.citizen("915555000001"));
        assertThat(pepper.earlierCitizens("915555000001")).isEmpty();
    }

    @Test
    void aMessageToldAgainAfterThePepperWasRenewedIsTheSameMessage() {
        Pepper renewed = Pepper.ofSecret("a newer pepper, drawn in a better year\na pepper of thirty-two characters");

        assertThat(renewed.message("wamid.x", "text", "1")).isEqualTo(pepper.message("wamid.x", "text", "1"));
        assertThat(renewed.wamid("wamid.x")).isEqualTo(pepper.wamid("wamid.x"));
    }
}
