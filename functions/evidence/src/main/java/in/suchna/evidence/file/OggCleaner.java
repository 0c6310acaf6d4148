package in.suchna.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A voice note (Opus in Ogg) whose page of comments is emptied in place. RFC 3533 section 6, RFC 7845 section 5.2. */
final class OggCleaner implements Cleaner {
    private static final int HEADER = 27;
    private static final int CHECKSUM = 22;
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final byte[] TAGS = "OpusTags".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged {
        byte[] bytes = Whole.read(original);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int second = endOfPage(in, 0);
        int end = endOfPage(in, second);
        int segments = in.get(second + HEADER - 1) & 0xFF;
        int body = second + HEADER + segments;
        boolean tags = end - body >= TAGS.length + 8 && Arrays.equals(Whole.slice(in, body, TAGS.length), TAGS);
        // comments that run over several pages are more than a voice note has
        if (!tags || (in.get(second + HEADER + segments - 1) & 0xFF) == 255) {
            throw new FileDamaged("The second page does not hold all comments of an Opus stream");
        }
        int vendor = in.getInt(body + TAGS.length);
        if (vendor < 0 || vendor > end - body - TAGS.length - 8) {
            throw new FileDamaged("The maker's name leads out of the page");
        }
        Arrays.fill(bytes, body + TAGS.length + 4, end, (byte) 0);
        Arrays.fill(bytes, body + TAGS.length + 4, body + TAGS.length + 4 + vendor, (byte) ' ');
        in.putInt(second + CHECKSUM, 0);
        in.putInt(second + CHECKSUM, checksum(bytes, second, end));
        Files.write(copy, bytes);
        return Optional.empty();
    }

    private static int endOfPage(ByteBuffer in, int page) throws FileDamaged {
        if (in.get(page) != 'O' || in.get(page + 1) != 'g' || in.get(page + 2) != 'g' || in.get(page + 3) != 'S') {
            throw new FileDamaged("No page where one has to be");
        }
        int segments = in.get(page + HEADER - 1) & 0xFF;
        int end = page + HEADER + segments;
        for (int i = 0; i < segments; i++) {
            end += in.get(page + HEADER + i) & 0xFF;
        }
        if (end > in.limit()) {
            throw new FileDamaged("A page leads out of the file");
        }
        return end;
    }

    private static int checksum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= bytes[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }
}
