package in.suchna.evidence.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JPEG without loss: only the segments that make the picture are copied, and how it is turned. All others, the thumbnail
 * that may show what was cut away, and whatever stands behind the picture's end, stay out. ITU-T T.81, annex B.
 */
final class JpegCleaner implements Cleaner {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    @Override
    public Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged {
        byte[] in = Whole.read(original);
        ByteArrayOutputStream picture = new ByteArrayOutputStream(in.length);
        Exif exif = copyPicture(in, picture);
        try (OutputStream out = Files.newOutputStream(copy)) {
            out.write(0xFF);
            out.write(0xD8);
            out.write(JFIF);
            if (exif.isTurned()) {
                out.write(turned(exif.orientation()));
            }
            picture.writeTo(out);
        }
        return exif.position();
    }

    private static Exif copyPicture(byte[] bytes, ByteArrayOutputStream out) throws FileDamaged {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Exif exif = Exif.read(ByteBuffer.allocate(0));
        boolean known = false;
        int at = 2;
        while (true) {
            int marker = markerAt(in, at);
            if (marker == END) {
                out.write(0xFF);
                out.write(END);
                return exif;
            }
            int length = in.getShort(at + 2) & 0xFFFF;
            int next = at + 2 + length;
            if (length < 2 || next > in.limit()) {
                throw new FileDamaged("A segment leads out of the picture");
            }
            if (marker == APP1 && !known && begins(in, at + 4, EXIF)) {
                exif = Exif.read(in.slice(at + 10, length - 8));
                known = true;
            }
            if (marker == START_OF_SCAN) {
                next = endOfScan(in, next);
            }
            if (makesThePicture(in, at, marker)) {
                out.write(bytes, at, next - at);
            }
            at = next;
        }
    }

    private static int markerAt(ByteBuffer in, int at) throws FileDamaged {
        int marker = in.get(at + 1) & 0xFF;
        if ((in.get(at) & 0xFF) != 0xFF || marker < 0xC0) {
            throw new FileDamaged("No marker where one has to be");
        }
        return marker;
    }

    private static boolean makesThePicture(ByteBuffer in, int at, int marker) {
        if (marker >= APP0 && marker <= APP15) {
            return (marker == APP2 && begins(in, at + 4, COLOURS)) || (marker == APP14 && begins(in, at + 4, ADOBE));
        }
        return marker != COMMENT && marker < 0xF0;
    }

    private static int endOfScan(ByteBuffer in, int from) {
        int at = from;
        while (true) {
            if ((in.get(at) & 0xFF) == 0xFF) {
                int next = in.get(at + 1) & 0xFF;
                boolean data = next == 0 || (next >= 0xD0 && next <= 0xD7);
                if (!data && next != 0xFF) {
                    return at;
                }
                at += next == 0xFF ? 1 : 2;
            } else {
                at++;
            }
        }
    }

    private static boolean begins(ByteBuffer in, int at, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (at + i >= in.limit() || in.get(at + i) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** Exif that says how the picture is turned and nothing else. */
    private static byte[] turned(int orientation) {
        ByteBuffer segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xFFE1).putShort((short) 34).put(EXIF);
        segment.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        segment.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        segment.putShort((short) orientation).putShort((short) 0).putInt(0);
        return segment.array();
    }
}
