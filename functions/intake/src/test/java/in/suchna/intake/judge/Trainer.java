package in.suchna.intake.judge;

import in.suchna.intake.triage.LabelledTip;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Trains the model's logistic regressions by AdaGrad. The same tips and seed give the same weights. */
public final class Trainer {

    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final List<When> WHENS = List.of(When.values());
    private static final int EPOCHS = 14;
    private static final float RATE = 0.35f;
    private static final float DECAY = 2e-5f;

    private final Reader reader = Reader.ofResources();
    private final long seed;

    public Trainer(long seed) {
        this.seed = seed;
    }

    /** A tip made ready: its features are the same in every fold. */
    record Example(Features features, LabelledTip tip) {}

    List<Example> examples(List<LabelledTip> tips) {
        List<Example> examples = new ArrayList<>();
        for (LabelledTip tip : tips) {
            reader.read(tip.text()).ifPresent(reading -> examples.add(new Example(Features.of(reading), tip)));
        }
        return examples;
    }

    /** @param decisions how many of the {@link Decision}s to train, from the first; the rest stay at none */
    Model train(List<Example> examples, int decisions) {
        int buckets = 1 << Features.BITS;
        float[][] weights = new float[Decision.COUNT][buckets];
        float[] biases = new float[Decision.COUNT];
        for (int d = 0; d < decisions; d++) {
            biases[d] = learn(examples, d, weights[d]);
        }
        return Model.of(weights, biases);
    }

    private float learn(List<Example> examples, int decision, float[] weights) {
        float[] squares = new float[weights.length];
        float bias = 0;
        float biasSquares = 1;
        Random random = new Random(seed + decision);
        List<Example> order = new ArrayList<>(examples);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                if (decision == Decision.CRITICAL && !example.tip().priority().wakesAnOfficer()) {
                    continue;
                }
                Features features = example.features();
                float sum = bias;
                for (int i = 0; i < features.size(); i++) {
                    sum += weights[features.bucket(i)] * features.value(i);
                }
                float truth = isSo(example.tip(), decision) ? 1 : 0;
                float error = (float)
                        ((1 / (1 + Math.exp(-sum)) - truth) * example.tip().weight());
                for (int i = 0; i < features.size(); i++) {
                    int b = features.bucket(i);
                    float slope = error * features.value(i) + DECAY * weights[b];
                    squares[b] += slope * slope;
                    weights[b] -= RATE * slope / (float) Math.sqrt(squares[b] + 1e-4f);
                }
                biasSquares += error * error;
                bias -= RATE * error / (float) Math.sqrt(biasSquares);
            }
        }
        return bias;
    }

    private static boolean isSo(LabelledTip tip, int decision) {
        if (decision == Decision.CRITICAL) {
            return tip.priority() == Priority.CRITICAL;
        }
        if (decision == Decision.SMS) {
            return tip.priority().wakesAnOfficer();
        }
        if (decision == Decision.TIP) {
            return tip.priority() != Priority.LOW;
        }
        return decision < Decision.FIRST_WHEN
                ? tip.category() == CATEGORIES.get(decision - Decision.FIRST_CATEGORY)
                : tip.when() == WHENS.get(decision - Decision.FIRST_WHEN);
    }
}
