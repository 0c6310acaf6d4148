package in.suchna.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures made for the tests, with all that a phone's camera writes into one. */
public final class Pictures {
    /** What must not be in a viewing copy. */
    public static final String OWNER = "Invented Owner 915555012345";

    private Pictures() {}

    /** A real picture without anything beside it. */
    public static byte[] plain(String format) {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, x % image.getHeight(), 0xFF8800 + x);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture", e);
        }
        return out.toByteArray();
    }

    /** A JPEG turned on its side, taken at 20.7071 N 81.5497 E, with its owner in Exif, in a comment and behind its end. */
    public static byte[] jpeg() {
        byte[] plain = plain("jpg");
        byte[] owner = OWNER.getBytes(StandardCharsets.US_ASCII);
        byte[] exif = exif(owner);
        ByteBuffer out = ByteBuffer.allocate(plain.length + exif.length + 10 + 4 + owner.length * 2 + 2);
        out.put(plain, 0, 2);
        out.putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        out.putShort((short) 0xFFFE).putShort((short) (owner.length + 2)).put(owner);
        out.put(plain, 2, plain.length - 2);
        out.put(owner);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    /** A TIFF header with orientation 6, artist and position. */
    public static byte[] exif(byte[] owner) {
        int gps = 8 + 2 + 3 * 12 + 4;
        int values = gps + 2 + 4 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(values + 48 + owner.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        tag(tiff, 0x0112, 3, 1, 6 << 16);
        tag(tiff, 0x013B, 2, owner.length, values + 48);
        tag(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        tag(tiff, 1, 2, 2, 'N' << 24);
        tag(tiff, 2, 5, 3, values);
        tag(tiff, 3, 2, 2, 'E' << 24);
        tag(tiff, 4, 5, 3, values + 24);
        tiff.putInt(0);
        tiff.putInt(207071).putInt(10000).putInt(0).putInt(1).putInt(0).putInt(1);
        tiff.putInt(81).putInt(1).putInt(32).putInt(1).putInt(5892).putInt(100);
        tiff.put(owner);
        return tiff.array();
    }

    private static void tag(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
