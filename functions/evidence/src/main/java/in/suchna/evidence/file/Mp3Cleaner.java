package in.suchna.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An MP3 without its tags, whichever stand before and behind the sound: only the frames that follow each other are copied.
 * ISO/IEC 11172-3 and 13818-3, layer III, and the usual lower sample rates.
 */
final class Mp3Cleaner implements Cleaner {
    private static final int ID3V2_HEADER = 10;
    private static final int FRAME_HEADER = 4;
    private static final int MPEG_1 = 3;
    private static final int MPEG_2_5 = 0;
    private static final int LAYER_III = 1;
    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] HERTZ_1 = {44_100, 48_000, 32_000, 0};

    @Override
    public Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged {
        ByteBuffer in = ByteBuffer.wrap(Whole.read(original));
        int from = endOfTags(in);
        int to = from;
        for (int length = frameAt(in, to); length > 0; length = frameAt(in, to)) {
            to += length;
        }
        if (from == to) {
            throw new FileDamaged("There is no sound behind the tags");
        }
        Files.write(copy, Whole.slice(in, from, to - from));
        return Optional.empty();
    }

    private static int endOfTags(ByteBuffer in) {
        int end = 0;
        while (begins(in, end, 'I', 'D', '3')) {
            int size = 0;
            for (int i = 6; i < ID3V2_HEADER; i++) {
                size = (size << 7) | (in.get(end + i) & 0x7F);
            }
            boolean footer = (in.get(end + 5) & 0x10) != 0;
            end += ID3V2_HEADER + size + (footer ? ID3V2_HEADER : 0);
        }
        return end;
    }

    private static boolean begins(ByteBuffer in, int at, char... with) {
        for (int i = 0; i < with.length; i++) {
            if (at + i >= in.limit() || in.get(at + i) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes the whole frame that begins here has; 0 if none does. */
    private static int frameAt(ByteBuffer in, int at) {
        if (at + FRAME_HEADER > in.limit()) {
            return 0;
        }
        int header = in.getInt(at);
        int version = header >> 19 & 3;
        boolean isFrame = header >>> 21 == 0x7FF && version != 1 && (header >> 17 & 3) == LAYER_III;
        int hertz = HERTZ_1[header >> 10 & 3] >> (version == MPEG_1 ? 0 : version == MPEG_2_5 ? 2 : 1);
        int kilobits = (version == MPEG_1 ? KILOBITS_1 : KILOBITS_2)[header >> 12 & 15];
        if (!isFrame || hertz == 0 || kilobits == 0) {
            return 0;
        }
        int length = (version == MPEG_1 ? 144 : 72) * kilobits * 1_000 / hertz + (header >> 9 & 1);
        return at + length <= in.limit() ? length : 0;
    }
}
