package in.suchna.intake.judge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Logistic regressions over hashed {@link Features}, one a {@link Decision}, their weights in one byte each. */
final class Model {

    private static final int MAGIC = 0x534A4D31;
    private static final String RESOURCE = "model.bin";

    private final byte[] weights;
    private final float[] scales;
    private final float[] biases;

    private Model(byte[] weights, float[] scales, float[] biases) {
        this.weights = weights;
        this.scales = scales;
        this.biases = biases;
    }

    /** A model that knows nothing: every probability is next to none. */
    static Model ignorant() {
        float[] biases = new float[Decision.COUNT];
        java.util.Arrays.fill(biases, -20);
        return new Model(new byte[Decision.COUNT << Features.BITS], new float[Decision.COUNT], biases);
    }

    /** @param full weights by decision and bucket, to be brought to one byte each */
    static Model of(float[][] full, float[] biases) {
        byte[] weights = new byte[Decision.COUNT << Features.BITS];
        float[] scales = new float[Decision.COUNT];
        for (int d = 0; d < Decision.COUNT; d++) {
            float most = 1e-9f;
            for (float weight : full[d]) {
                most = Math.max(most, Math.abs(weight));
            }
            scales[d] = most / Byte.MAX_VALUE;
            for (int b = 0; b < full[d].length; b++) {
                weights[b * Decision.COUNT + d] = (byte) Math.round(full[d][b] / scales[d]);
            }
        }
        return new Model(weights, scales, biases.clone());
    }

    /** The shipped model, or the ignorant one where none was trained yet. */
    static Model ofResource() {
        try (InputStream in = Model.class.getResourceAsStream(RESOURCE)) {
            return in == null ? ignorant() : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        if (data.readInt() != MAGIC || data.readInt() != Features.BITS || data.readInt() != Decision.COUNT) {
            throw new ResourceBroken(RESOURCE, 0, "made for other features or decisions; train it anew");
        }
        float[] scales = new float[Decision.COUNT];
        float[] biases = new float[Decision.COUNT];
        for (int d = 0; d < Decision.COUNT; d++) {
            scales[d] = data.readFloat();
            biases[d] = data.readFloat();
        }
        byte[] weights = new byte[Decision.COUNT << Features.BITS];
        data.readFully(weights);
        return new Model(weights, scales, biases);
    }

    void write(OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeInt(MAGIC);
            data.writeInt(Features.BITS);
            data.writeInt(Decision.COUNT);
            for (int d = 0; d < Decision.COUNT; d++) {
                data.writeFloat(scales[d]);
                data.writeFloat(biases[d]);
            }
            data.write(weights);
        }
    }

    /** A probability for each decision. */
    float[] ask(Features features) {
        float[] sums = new float[Decision.COUNT];
        for (int i = 0; i < features.size(); i++) {
            int row = features.bucket(i) * Decision.COUNT;
            float value = features.value(i);
            for (int d = 0; d < Decision.COUNT; d++) {
                sums[d] += weights[row + d] * value;
            }
        }
        for (int d = 0; d < Decision.COUNT; d++) {
            sums[d] = (float) (1 / (1 + Math.exp(-(sums[d] * scales[d] + biases[d]))));
        }
        return sums;
    }
}
