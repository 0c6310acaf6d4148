package in.suchna.evidence.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A PNG with only the chunks that make the picture: no words, no time, no camera, nothing behind its end. */
final class PngCleaner implements Cleaner {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final String END = "IEND";
    private static final String CAMERA = "eXIf";
    private static final Set<String> PICTURE = Set.of(
            "IHDR", "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");

    @Override
    public Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged {
        byte[] bytes = Whole.read(original);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Optional<String> position = Optional.empty();
        try (OutputStream out = Files.newOutputStream(copy)) {
            out.write(bytes, 0, SIGNATURE);
            int at = SIGNATURE;
            while (true) {
                int length = in.getInt(at);
                String type = new String(Whole.slice(in, at + 4, 4), StandardCharsets.ISO_8859_1);
                if (length < 0 || length > in.limit() - at - AROUND) {
                    throw new FileDamaged("A chunk leads out of the picture");
                }
                if (PICTURE.contains(type)) {
                    out.write(bytes, at, length + AROUND);
                }
                if (type.equals(CAMERA)) {
                    position = Exif.read(in.slice(at + 8, length)).position();
                }
                if (type.equals(END)) {
                    return position;
                }
                at += length + AROUND;
            }
        }
    }
}
