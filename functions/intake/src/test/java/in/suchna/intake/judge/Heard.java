package in.suchna.intake.judge;

import in.suchna.intake.triage.LabelledSet;
import in.suchna.intake.triage.LabelledTip;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** One hash over all features that are heard in a tip of each line of the corpus and in the fresh set. */
final class Heard {
    private static final Path FRESH = Path.of("src/test/resources/in/suchna/intake/triage/fresh.jsonl");

    private Heard() {}

    /** @param module the folder of this module */
    static String in(Path module) throws IOException {
        Reader reader = Reader.ofResources();
        MessageDigest digest = sha256();
        for (LabelledTip tip : tips(module)) {
            reader.read(tip.text()).map(Features::of).ifPresent(features -> digest.update(bytes(features)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<LabelledTip> tips(Path module) throws IOException {
        List<LabelledTip> tips =
                new ArrayList<>(LabelledSet.read(module.resolve(FRESH)).tips());
        Set<String> lines = new HashSet<>();
        for (LabelledTip tip : Corpus.ofResource(Training.SEED).tips()) {
            if (lines.add(tip.id())) {
                tips.add(tip);
            }
        }
        return tips;
    }

    private static byte[] bytes(Features features) {
        ByteBuffer bytes = ByteBuffer.allocate(features.size() * (Integer.BYTES + Float.BYTES));
        for (int i = 0; i < features.size(); i++) {
            bytes.putInt(features.bucket(i)).putFloat(features.value(i));
        }
        return bytes.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
