package in.suchna.evidence.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A WebP, as stickers are, without the chunks in which programs write of its maker. */
final class WebpCleaner implements Cleaner {
    private static final int HEADER = 12;
    private static final String EXTENDED = "VP8X";
    private static final String CAMERA = "EXIF";
    private static final Set<String> PICTURE = Set.of("VP8 ", "VP8L", EXTENDED, "ICCP", "ANIM", "ANMF", "ALPH");
    /** The flags that promise EXIF and XMP chunks. */
    private static final int PROMISES = 0x08 | 0x04;

    @Override
    public Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged {
        ByteBuffer in = ByteBuffer.wrap(Whole.read(original)).order(ByteOrder.LITTLE_ENDIAN);
        long end = Math.min(in.limit(), 8 + (in.getInt(4) & 0xFFFFFFFFL));
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(in.limit());
        Optional<String> position = Optional.empty();
        int at = HEADER;
        while (at + 8 <= end) {
            String type = new String(Whole.slice(in, at, 4), StandardCharsets.ISO_8859_1);
            long length = in.getInt(at + 4) & 0xFFFFFFFFL;
            if (at + 8 + length > end) {
                throw new FileDamaged("A chunk leads out of the picture");
            }
            byte[] chunk = Whole.slice(in, at, (int) (8 + length));
            if (type.equals(EXTENDED)) {
                chunk[8] &= (byte) ~PROMISES;
            }
            if (type.equals(CAMERA)) {
                position = Exif.read(in.slice(at + 8, (int) length)).position();
            }
            if (PICTURE.contains(type)) {
                chunks.write(chunk);
                if (length % 2 == 1) {
                    chunks.write(0);
                }
            }
            at += (int) (8 + length + length % 2);
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + chunks.size());
        header.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        try (var out = Files.newOutputStream(copy)) {
            out.write(header.array());
            chunks.writeTo(out);
        }
        return position;
    }
}
