package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Thana;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Judge JUDGE = Judge.ofResources();

    private static Judgement judge(String text) {
        return JUDGE.judge(text, Circumstances.plain());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "बचाओ बचाओ",
                "bhaiya jaldi aao do ladke mere bhai ko rod se maar rahe hai khoon beh raha hai",
                "मोर भाई ला चार झन मारत हें लहू बोहावत हे जल्दी आवव",
                "A boy is drowning in the canal please send help",
                "dukan me aag lag gayi hai log andar fase hai",
                "मेरी तीन साल की बेटी मेले में गुम हो गई है",
                "dost ne zeher kha liya hai jhaag aa raha hai"
            })
    void dangerNowIsCritical(String text) {
        assertThat(judge(text).priority()).isEqualTo(Priority.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "पिछले साल गांव में जो मर्डर हुआ था उसके बारे में मुझे पता है",
                "pichle mahine meri bike chori hui thi abhi tak nahi mili",
                "roz sham ko talab kinare jua khelte hai",
                "kirana wala roz daru bechta hai",
                "कोचिया ह रोज संझा घर म दारू बेचथे",
                "koi jhagda nahi hua sab shanti hai purana video hai",
                "film me hero villain ko goli maar deta hai 😂",
                "agar koi chaku dikhaye to kisko phone kare?",
                "garmi ne to maar dala yaar 🥵",
                "sapne me dekha ki ghar me aag lagi hai",
                "सड़क दुर्घटना पर दो सौ शब्द का निबंध भेजिए",
                "Goli Bazaar me nayi saree ki dukan khuli hai offer",
                "राम राम साहब"
            })
    void pastHabitDenialFilmQuestionAndFiguresOfSpeechWakeNobody(String text) {
        assertThat(judge(text).priority().wakesAnOfficer()).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he comes on a red bike",
                "near the pond",
                "they are four people",
                "black shirt and a cap",
                "two boys and one old man",
                "the shop is next to the school",
                "चार लोग हैं",
                "सफेद गाड़ी है, नंबर नहीं देखा",
                "दो लड़के और एक बूढ़ा",
                "lal motorcycle me aata hai",
                "char log hain",
                "लाल गाड़ी म आथे",
                "दू टुरा अउ एक डोकरा"
            })
    void aFewWordsThatNameNoDangerWakeNobodyNeitherAloneNorAddedToACalmTip(String text) {
        Circumstances addition = new Circumstances(false, false, true);
        assertThat(JUDGE.judge(text, addition).priority().wakesAnOfficer()).isFalse();
        String joined = "सड़क में गड्ढा है कोई सुनता नहीं\n" + text;
        assertThat(JUDGE.judge(joined, addition).priority().wakesAnOfficer()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"जल्दी आइए", "chaku hai uske haath me", "आगी लग गे हे", "he has a gun", "खून निकल रहा है"})
    void aFewWordsThatNameADangerWakeAnOfficerEvenAsAnAddition(String text) {
        assertThat(JUDGE.judge(text, new Circumstances(false, false, true))
                        .priority()
                        .wakesAnOfficer())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "abhi school ke piche do ladke ganja bech rahe hai jaldi aao, LIQUOR_NARCOTICS",
        "is waqt bagiche me jua chal raha hai 20 log hai, GAMBLING",
        "padosi ke ghar ka tala tod rahe hai do log abhi, THEFT",
        "abhi otp bata diya khate se 40 hazar kat gaye, CYBER_FRAUD",
        "abhi ret se bhare do haiwa bina number naka paar kar rahe hai, ILLEGAL_TRADE"
    })
    void whatPoliceCanStopWithinTheHourWakesAnOfficer(String text, Category category) {
        assertThat(judge(text).priority().wakesAnOfficer()).as(text).isTrue();
        assertThat(judge(text).category()).isEqualTo(category);
    }

    @Test
    void aTapOnDangerNowAlwaysGivesCritical() {
        for (String text : List.of("ok", "", "roz daru bechta hai", "film dekhi 😂")) {
            assertThat(JUDGE.judge(text, Circumstances.plain().withDangerNow().withManyForwards())
                            .priority())
                    .isEqualTo(Priority.CRITICAL);
        }
    }

    @Test
    void manyForwardsLowerTheUrgencyButKeepADangerAwake() {
        String text = "jaldi aao bhai ko lathi se maar rahe hai khoon beh raha hai";
        assertThat(JUDGE.judge(text, Circumstances.plain().withManyForwards()).priority())
                .isNotEqualTo(Priority.LOW);
    }

    @Test
    void aLongHistoryThatEndsInADangerIsCritical() {
        String history =
                "pichle saal se hamare padosi ka jameen ka jhagda chal raha tha aur panchayat me bhi baat hui thi "
                        + "tab sarpanch ne samjhaya tha ki dono bhai apne hisse me kheti kare aur purani baat bhool jaye lekin ";
        assertThat(judge(history).priority()).isNotEqualTo(Priority.CRITICAL);
        assertThat(judge(history + "jaldi aao bhai ko lathi se maar rahe hai khoon beh raha hai bachao")
                        .priority())
                .isEqualTo(Priority.CRITICAL);
    }

    @Test
    void aPlaceOnTheMapGivesAStation() {
        assertThat(JUDGE.thanaNear(20.832, 81.72)).contains(new Thana("Kurud"));
        assertThat(JUDGE.thanaNear(0, 0)).isEmpty();
    }

    @Test
    void theModelNeverLowersWhatARuleGave() {
        Reader reader = Reader.ofResources();
        Judge ignorant = new Judge(reader, Model.ignorant());
        for (String text : List.of(
                "bachao",
                "jaldi aao bhai ko lathi se maar rahe hai khoon beh raha hai",
                "abhi ganja bech rahe hai",
                "roz jua khelte hai")) {
            Priority byRules = ignorant.judge(text, Circumstances.plain()).priority();
            assertThat(byRules.isAbove(judge(text).priority())).as(text).isFalse();
        }
    }

    @Test
    void reasonsNeverQuoteAPhoneNumber() {
        Judgement judgement = judge("jaldi aao 9155550123 par call karo bhai ko maar rahe hai khoon");
        assertThat(judgement.reasons()).isNotEmpty().noneMatch(reason -> reason.matches(".*\\d{4,}.*"));
    }

    @Test
    void placeAndVehicleAreFoundInAnyScript() {
        Judgement judgement = judge("मकई चौक पर गाड़ी सीजी 05 एबी १२३४ खड़ी है");
        assertThat(judgement.thana()).contains(new Thana("City Kotwali"));
        assertThat(judgement.vehicle()).contains("CG05AB1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "???", "\u200b\u202e", "।।", "💥", "١٢٣", "a", "a\u0000b"})
    void anyTextGetsAJudgement(String text) {
        assertThat(judge(text).reasons()).isNotEmpty();
    }

    @Test
    void theTimeATextSpeaksOfIsUnderstood() {
        assertThat(JUDGE.whenOf("abhi maar rahe hai jaldi aao")).isEqualTo(When.NOW);
        assertThat(JUDGE.whenOf("roz sham ko jua khelte hai")).isEqualTo(When.RECURRING);
        assertThat(JUDGE.whenOf("pichle mahine meri bike chori hui thi")).isEqualTo(When.PAST);
    }
}
