package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Thana;
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
        "अकलाडोंगरी म, Akladongri"
    })
    void aPlaceGivesItsThana(String text, String thana) {
        assertThat(gazetteer.thanaOf(gazetteer.seenIn(ear.hear(text)))).contains(new Thana(thana));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rudri road par",
                "kurud side",
                "मगरलोड तरफ",
                "going towards Nagri",
                "semra me",
                "dhamtari jila",
                "ghar ke paas",
                "mera naam mat lena"
            })
    void aDirectionAWideNameOrNoPlaceGivesNone(String text) {
        assertThat(gazetteer.thanaOf(gazetteer.seenIn(ear.hear(text)))).isEmpty();
    }
}
