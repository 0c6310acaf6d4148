package in.suchna.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An MP3 without its tags, which stand before (ID3v2) and behind (ID3v1) the sound. */
final class Mp3Cleaner implements Cleaner {
    private static final int ID3V2_HEADER = 10;
    private static final int ID3V1 = 128;

    @Override
    public Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged {
        ByteBuffer in = ByteBuffer.wrap(Whole.read(original));
        int from = 0;
        while (begins(in, from, 'I', 'D', '3')) {
            int size = 0;
            for (int i = 6; i < ID3V2_HEADER; i++) {
                size = (size << 7) | (in.get(from + i) & 0x7F);
            }
            boolean footer = (in.get(from + 5) & 0x10) != 0;
            from += ID3V2_HEADER + size + (footer ? ID3V2_HEADER : 0);
        }
        int to = in.limit();
        if (to - from >= ID3V1 && begins(in, to - ID3V1, 'T', 'A', 'G')) {
            to -= ID3V1;
        }
        if (from >= to) {
            throw new FileDamaged("There is no sound between the tags");
        }
        Files.write(copy, Whole.slice(in, from, to - from));
        return Optional.empty();
    }

    private static boolean begins(ByteBuffer in, int at, char... with) {
        for (int i = 0; i < with.length; i++) {
            if (at + i >= in.limit() || in.get(at + i) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
