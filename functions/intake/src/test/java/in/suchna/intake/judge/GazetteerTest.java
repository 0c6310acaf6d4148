package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.tip.Thana;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

    private final Folding folding = new Folding(Lines.ofResource("spellings.txt"));
    private final Ear ear = new Ear(folding);
    private final Gazetteer gazetteer = new Gazetteer(Lines.ofResource("places.txt"), folding);

    @ParameterizedTest
    @CsvSource({
        "kurud me chori, Kurud",
        "कुरुद में, Kurud",
        "magarload ke paas, Magarlod",
        "magarlodh ke pas, Magarlod",
        "भखारा बाजार, Bhakhara",
        "Sihawa chowk pe, City Kotwali",
        "sihawa me, Sihawa",
        "gangrel dam me, Rudri",
        "borai naka se nikli hai nagri ki taraf, Borai",
        "kurud se bol raha hu nagri me jhagda, Nagri",
        "अकलाडोंगरी म, Akladongri",
        "dhamtari railway station ke samne, City Kotwali",
        "dhamtari zila aspatal me, City Kotwali",
        "विंध्यवासिनी मंदिर के पास, City Kotwali",
        "kurud se chor bhaga hai, Kurud",
        "makai chowk se kurud jaa rahe, City Kotwali",
        "rudri road par gangrel ke pehle, Rudri",
        "bhakara wale ghar me, Bhakhara",
        "akladongrii gaon, Akladongri"
    })
    void aPlaceGivesItsThana(String text, String thana) {
        assertThat(gazetteer.thanaOf(gazetteer.seenIn(ear.hear(text)))).contains(new Thana(thana));
    }

    private Optional<Thana> thanaOf(String text, String... lines) {
        Gazetteer own = new Gazetteer(Lines.of("places.txt", String.join("\n", lines)), folding);
        return own.thanaOf(own.seenIn(ear.hear(text)));
    }

    @Test
    void whoAddsAPlaceMayGiveOtherSpellingsOrADashForNone() {
        assertThat(thanaOf("naya talab me", "Purana Talab | Rudri | naya talab, bada talab"))
                .contains(new Thana("Rudri"));
        assertThat(thanaOf("talab me", "Purana Talab | Rudri | -")).isEmpty();
    }

    @Test
    void ofTwoPlacesOfOneNameTheFirstInTheFileCounts() {
        assertThat(thanaOf("amdi me", "Amdi | Rudri |", "Amdi Khurd | Kurud | amdi"))
                .contains(new Thana("Rudri"));
    }

    @Test
    void aShortNameAndANameOfSeveralWordsMustBeSpeltAsTheFileHasThem() {
        assertThat(thanaOf("amdo me", "Amdi | Rudri |")).isEmpty();
        assertThat(thanaOf("laltalab me", "Lal Talap | Rudri |")).isEmpty();
        assertThat(thanaOf("mgrlo me", "Magarlod | Magarlod |", "! magarlo")).isEmpty();
        assertThat(thanaOf("mgrlo me", "Magarlod | Magarlod |")).contains(new Thana("Magarlod"));
    }

    @Test
    void everyPlaceOfATextIsSeenWhereItStands() {
        assertThat(gazetteer.seenIn(ear.hear("sihawa chowk se rudri aur kurud")))
                .extracting(seen -> seen.place().name() + " " + seen.from() + "-" + seen.to())
                .containsExactly("Sihawa Chowk 0-2", "Rudri 3-4", "Kurud 5-6");
    }

    @Test
    void aLineOfPlacesWithAColumnTooFewIsNamed() {
        assertThatThrownBy(() -> thanaOf("kurud", "Kurud | Kurud"))
                .isInstanceOf(ResourceBroken.class)
                .hasMessageContaining("places.txt, line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rudri road par",
                "kurud side",
                "मगरलोड तरफ",
                "going towards Nagri",
                "semra me",
                "rudri ki taraf",
                "kurud tak",
                "via kurud",
                "from nagri",
                "nagri se bol raha hu",
                "rudri road se",
                "kurkure kha rahe the",
                "singh sahab",
                "krod me",
                "magarload ki or",
                "dhamtari jila",
                "ghar ke paas",
                "mera naam mat lena"
            })
    void aDirectionAWideNameOrNoPlaceGivesNone(String text) {
        assertThat(gazetteer.thanaOf(gazetteer.seenIn(ear.hear(text)))).isEmpty();
    }
}
