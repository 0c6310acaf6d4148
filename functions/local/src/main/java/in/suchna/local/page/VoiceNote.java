package in.suchna.local.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A voice note as WhatsApp sends them: Opus in Ogg. This one is silent, so that nobody's voice lies in the repository. */
final class VoiceNote {
    static final String MIME_TYPE = "audio/ogg; codecs=opus";

    private static final int SECONDS = 4;
    private static final int FRAMES_A_SECOND = 50;
    private static final int SAMPLES_A_FRAME = 960;
    private static final byte[] SILENT_FRAME = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};
    private static final int SERIAL = 0x53554348;
    private static final int FIRST = 2;
    private static final int LAST = 4;
    private static final int CHECKSUM_AT = 22;
    private static final int CHECKSUM_POLYNOMIAL = 0x04c11db7;

    private VoiceNote() {}

    /** Four seconds of silence. */
    static byte[] silent() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(page(FIRST, 0, 0, head()));
        file.writeBytes(page(0, 0, 1, tags()));
        for (int second = 1; second <= SECONDS; second++) {
            byte[][] frames = new byte[FRAMES_A_SECOND][];
            java.util.Arrays.fill(frames, SILENT_FRAME);
            long samples = (long) second * FRAMES_A_SECOND * SAMPLES_A_FRAME;
            file.writeBytes(page(second == SECONDS ? LAST : 0, samples, second + 1, frames));
        }
        return file.toByteArray();
    }

    private static byte[] head() {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 0)
                .putInt(48_000)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static byte[] tags() {
        byte[] vendor = "suchna".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(16 + vendor.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
    }

    private static byte[] page(int flags, long samples, int number, byte[]... packets) {
        int length = 0;
        for (byte[] packet : packets) {
            length += packet.length;
        }
        ByteBuffer page = ByteBuffer.allocate(27 + packets.length + length).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
        page.putLong(samples).putInt(SERIAL).putInt(number).putInt(0).put((byte) packets.length);
        for (byte[] packet : packets) {
            page.put((byte) packet.length);
        }
        for (byte[] packet : packets) {
            page.put(packet);
        }
        return page.putInt(CHECKSUM_AT, checksum(page.array())).array();
    }

    private static int checksum(byte[] page) {
        int sum = 0;
        for (byte next : page) {
            sum ^= (next & 0xff) << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ CHECKSUM_POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }
}
