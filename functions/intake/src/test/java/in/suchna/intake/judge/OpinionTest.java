package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure the model must be, by models that are equally sure whatever they read. */
class OpinionTest {
    private static final double SURE = 0.9;
    private static final double UNSURE = 0.1;

    private final Reader reader = Reader.ofResources();

    private static Model model(double sms, double critical, double tip) {
        float[] biases = new float[Decision.COUNT];
        biases[Decision.SMS] = bias(sms);
        biases[Decision.CRITICAL] = bias(critical);
        biases[Decision.TIP] = bias(tip);
        return Model.of(new float[Decision.COUNT][1 << Features.BITS], biases);
    }

    private static float bias(double probability) {
        return (float) Math.log(probability / (1 - probability));
    }

    private Priority opinion(Model model, String text, Circumstances circumstances) {
        Reading reading = reader.read(text).orElseThrow();
        return Opinion.of(model, reading, Optional.empty(), circumstances).priority();
    }

    private void wakesOnlyFrom(double least, String text, Circumstances circumstances) {
        assertThat(opinion(model(least + 0.01, UNSURE, SURE), text, circumstances))
                .as(text)
                .isEqualTo(Priority.HIGH);
        assertThat(opinion(model(least - 0.01, UNSURE, SURE), text, circumstances))
                .as(text)
                .isEqualTo(Priority.NORMAL);
    }

    @ParameterizedTest
    @CsvSource({
        "chaku hai uske haath me, 0.33",
        "ram ke ghar ke samne wali gali ka nal, 0.50",
        "film me hero villain ko goli maar deta hai, 0.75",
        "ghar me chaku hai kya bhaiya?, 0.75",
        "sapne me dekha ki ghar me aag lagi hai, 0.95",
    })
    void theLessATextSpeaksOfDangerTheSurerTheModelMustBeToWakeAnOfficer(String text, double least) {
        wakesOnlyFrom(least, text, Circumstances.plain());
    }

    @Test
    void whatWasForwardedManyTimesIsDoubtedLikeAJest() {
        wakesOnlyFrom(0.95, "chaku hai uske haath me", Circumstances.plain().withManyForwards());
    }

    @Test
    void aFewWordsOrAnAdditionWithoutADangerWakeNobodyHoweverSureTheModelIs() {
        Model sure = model(0.999, 0.999, SURE);
        assertThat(opinion(sure, "lal gaadi ka ek aadmi", Circumstances.plain()))
                .isEqualTo(Priority.NORMAL);
        Circumstances addition = new Circumstances(false, false, true);
        assertThat(opinion(sure, "ram ke ghar ke samne wali gali ka nal", addition))
                .isEqualTo(Priority.NORMAL);
        assertThat(opinion(sure, "chaku hai uske haath me", addition)).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void whatWakesAnOfficerIsCriticalFromOneInFive() {
        String text = "chaku hai uske haath me";
        assertThat(opinion(model(SURE, 0.23, SURE), text, Circumstances.plain()))
                .isEqualTo(Priority.CRITICAL);
        assertThat(opinion(model(SURE, 0.21, SURE), text, Circumstances.plain()))
                .isEqualTo(Priority.HIGH);
    }

    @Test
    void whatIsMoreLikelyATipThanNotIsRead() {
        String text = "lal gaadi ka ek aadmi";
        assertThat(opinion(model(UNSURE, UNSURE, 0.51), text, Circumstances.plain()))
                .isEqualTo(Priority.NORMAL);
        assertThat(opinion(model(UNSURE, UNSURE, 0.49), text, Circumstances.plain()))
                .isEqualTo(Priority.LOW);
    }

    @Test
    void theEndOfALongTextCanWakeAnOfficerByItself() {
        Reading whole = reader.read("chaku ke bare me").orElseThrow();
        Reading end = reader.read("bhai ko maar rahe hai").orElseThrow();
        Features heard = Features.of(end);
        float[][] weights = new float[Decision.COUNT][1 << Features.BITS];
        for (int i = 0; i < heard.size(); i++) {
            weights[Decision.SMS][heard.bucket(i)] = 1;
            weights[Decision.CRITICAL][heard.bucket(i)] = 1;
        }
        float[] biases = new float[Decision.COUNT];
        java.util.Arrays.fill(biases, -6);
        Model ofTheEnd = Model.of(weights, biases);

        assertThat(Opinion.of(ofTheEnd, whole, Optional.empty(), Circumstances.plain())
                        .priority())
                .isEqualTo(Priority.LOW);
        assertThat(Opinion.of(ofTheEnd, whole, Optional.of(end), Circumstances.plain())
                        .priority())
                .isEqualTo(Priority.CRITICAL);
    }

    @Test
    void whatARuleKnowsDecidesTheCategoryWhereTheModelDoesNot() {
        Judge ignorant = new Judge(reader, Model.ignorant());
        assertThat(ignorant.judge("abhi ganja bech rahe hai", Circumstances.plain())
                        .category())
                .isEqualTo(Category.LIQUOR_NARCOTICS);
    }

    @Test
    void aTapOnDangerNowMakesATipOfAGreeting() {
        Judge judge = Judge.ofResources();
        assertThat(judge.judge("ram ram sahab", Circumstances.plain()).category())
                .isEqualTo(Category.NOT_A_TIP);
        assertThat(judge.judge("ram ram sahab", Circumstances.plain().withDangerNow())
                        .category())
                .isNotEqualTo(Category.NOT_A_TIP);
    }
}
