package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    private static final int ASKED = Decision.SMS;

    private final Features knife =
            Features.of(Reader.ofResources().read("chaku nikal liya hai").orElseThrow());

    /** A model that has learnt one weight for each feature of a text, and a bias. */
    private Model learnt(float weight, float bias) {
        float[][] weights = new float[Decision.COUNT][1 << Features.BITS];
        for (int i = 0; i < knife.size(); i++) {
            weights[ASKED][knife.bucket(i)] = weight;
        }
        float[] biases = new float[Decision.COUNT];
        biases[ASKED] = bias;
        return Model.of(weights, biases);
    }

    private double expected(float weight, float bias) {
        double sum = bias;
        for (int i = 0; i < knife.size(); i++) {
            sum += weight * knife.value(i);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static byte[] written(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void theShippedModelWasTaughtWithTheLexiconTheRulesAndTheEarThatShipWithIt() throws IOException {
        assertThat(Heard.in(Path.of("")))
                .as("who changes how words are heard trains the model anew: mvn -q -Ptrain-judge")
                .isEqualTo(Files.readString(Path.of("src/test/resources/in/suchna/intake/judge/heard.sha256"))
                        .strip());
    }

    @Test
    void theShippedModelKnowsAKnifeFromATalk() {
        Features talk = Features.of(Reader.ofResources().read("ram ram sahab").orElseThrow());
        Model shipped = Model.ofResource();
        assertThat(shipped.ask(knife)[Decision.TIP]).isGreaterThan(0.5f);
        assertThat(shipped.ask(talk)[Decision.TIP]).isLessThan(0.5f);
    }

    @Test
    void whatWasLearntIsAskedWithTheWeightsThatWereLearnt() {
        assertThat(learnt(0.05f, -0.3f).ask(knife)[ASKED]).isCloseTo((float) expected(0.05f, -0.3f), within(1e-3f));
        assertThat(learnt(-0.05f, 0.3f).ask(knife)[ASKED]).isCloseTo((float) expected(-0.05f, 0.3f), within(1e-3f));
        assertThat(learnt(0.05f, -0.3f).ask(knife)[Decision.TIP]).isEqualTo(0.5f);
    }

    @Test
    void aSmallWeightBesideALargeOneIsKeptToAHundredth() {
        float[][] weights = new float[Decision.COUNT][1 << Features.BITS];
        weights[ASKED][0] = -4;
        for (int i = 0; i < knife.size(); i++) {
            weights[ASKED][knife.bucket(i)] = 1;
        }
        float probability = Model.of(weights, new float[Decision.COUNT]).ask(knife)[ASKED];
        assertThat(Math.log(probability / (1 - probability)))
                .isCloseTo(Math.log(expected(1, 0) / (1 - expected(1, 0))), within(0.2));
    }

    @Test
    void aWrittenModelIsReadBackAsTheSame() throws IOException {
        Model model = learnt(0.05f, -0.3f);
        assertThat(Model.read(new ByteArrayInputStream(written(model))).ask(knife))
                .isEqualTo(model.ask(knife));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8})
    void aModelMadeForOtherFeaturesOrQuestionsIsRefused(int headerAt) throws IOException {
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(written(learnt(1, 0)))).readAllBytes();
        ByteBuffer.wrap(plain).putInt(headerAt, 7);
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(other)) {
            zip.write(plain);
        }
        assertThatThrownBy(() -> Model.read(new ByteArrayInputStream(other.toByteArray())))
                .isInstanceOf(ResourceBroken.class)
                .hasMessageContaining("train it anew");
    }

    @Test
    void aModelThatKnowsNothingIsSureOfNothing() {
        for (float probability : Model.ignorant().ask(knife)) {
            assertThat(probability).isBetween(0f, 1e-6f);
        }
    }
}
