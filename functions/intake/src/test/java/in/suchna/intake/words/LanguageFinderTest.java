package in.suchna.intake.words;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageFinderTest {
    private final LanguageFinder finder = LanguageFinder.ofResources();

    @ParameterizedTest
    @CsvSource({
        "HINDI, मेरे घर के पास कुछ लोग रोज़ जुआ खेलते हैं",
        "HINDI, बचाओ",
        "CHHATTISGARHI, हमर पारा म कोनो मनखे दारू बेचत हे",
        "CHHATTISGARHI, मोर लइका नइ मिलत हे",
        "HINGLISH, mere ghar ke paas kuch log juaa khel rahe hain",
        "HINGLISH, jaldi aao yahan ladai ho rahi hai",
        "HINGLISH, gaon me daru bechte hai",
        "ENGLISH, there is a man with a knife near the bus stand",
        "ENGLISH, Someone stole my bike",
        "HINDI, मेरा bike चोरी हो गया है"
    })
    void findsTheLanguageOfAText(Language language, String text) {
        assertThat(finder.find(text)).contains(language);
    }

    @Test
    void aNumberOrAnEmojiHasNoLanguage() {
        assertThat(finder.find("112")).isEmpty();
        assertThat(finder.find("🙏🙏")).isEmpty();
    }
}
