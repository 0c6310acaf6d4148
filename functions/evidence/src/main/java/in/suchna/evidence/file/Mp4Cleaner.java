package in.suchna.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A video or sound in boxes (MP4, 3GP, M4A): boxes with words about maker, place and time become free space of the same
 * length, so that nothing else moves. Tracks that are neither picture nor sound, where cameras write their way, go too.
 * ISO/IEC 14496-12. Works in place on the copy, whatever its size.
 */
final class Mp4Cleaner implements Cleaner {
    private static final Set<String> WORDS = Set.of("udta", "meta", "uuid");
    private static final Set<String> SHOWN = Set.of("vide", "soun");
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int MOST_BOXES = 20_000;
    private static final long LARGEST_WORDS = 1024 * 1024L;
    // ISO 6709, such as +20.7071+081.5497/
    private static final Pattern PLACE =
            Pattern.compile("\u00a9xyz.{4}([+-]\\d{2}(?:\\.\\d+)?)([+-]\\d{3}(?:\\.\\d+)?)", Pattern.DOTALL);

    @Override
    public Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged {
        Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel file = FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Walk walk = new Walk(file);
            walk.boxes(0, file.size(), "");
            if (!walk.picture) {
                throw new FileDamaged("There is no moov box, so nothing can be shown");
            }
            return walk.position;
        }
    }

    private record Box(String type, long start, long content, long end) {}

    private static final class Walk {
        private final FileChannel file;
        private int seen;
        private boolean picture;
        private Optional<String> position = Optional.empty();

        private Walk(FileChannel file) {
            this.file = file;
        }

        private void boxes(long from, long to, String within) throws IOException, FileDamaged {
            for (long at = from; at + HEADER <= to; ) {
                Box box = boxAt(at, to);
                if (WORDS.contains(box.type()) || (box.type().equals("trak") && !isShown(box))) {
                    free(box);
                } else if (box.type().equals("moov") && within.isEmpty()) {
                    picture = true;
                    boxes(box.content(), box.end(), "moov");
                } else if (box.type().equals("trak") && within.equals("moov")) {
                    boxes(box.content(), box.end(), "trak");
                }
                at = box.end();
            }
        }

        private Box boxAt(long at, long to) throws IOException, FileDamaged {
            ByteBuffer header = read(at, LONG_HEADER);
            long size = header.getInt(0) & 0xFFFFFFFFL;
            String type = new String(Whole.slice(header, 4, 4), StandardCharsets.ISO_8859_1);
            long content = at + HEADER;
            if (size == 1) {
                size = header.getLong(HEADER);
                content = at + LONG_HEADER;
            } else if (size == 0) {
                size = to - at;
            }
            if (++seen > MOST_BOXES || size < content - at || size > to - at) {
                throw new FileDamaged("A box leads out of the file");
            }
            return new Box(type, at, content, at + size);
        }

        private boolean isShown(Box track) throws IOException, FileDamaged {
            for (long at = track.content(); at + HEADER <= track.end(); ) {
                Box box = boxAt(at, track.end());
                if (box.type().equals("mdia")) {
                    return SHOWN.contains(handlerOf(box));
                }
                at = box.end();
            }
            return false;
        }

        private String handlerOf(Box media) throws IOException, FileDamaged {
            for (long at = media.content(); at + HEADER <= media.end(); ) {
                Box box = boxAt(at, media.end());
                if (box.type().equals("hdlr")) {
                    return new String(Whole.slice(read(box.content(), 12), 8, 4), StandardCharsets.ISO_8859_1);
                }
                at = box.end();
            }
            return "";
        }

        private void free(Box box) throws IOException {
            if (position.isEmpty()) {
                position = placeIn(box);
            }
            write(box.start() + 4, ByteBuffer.wrap("free".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer zeros = ByteBuffer.allocate(64 * 1024);
            for (long at = box.content(); at < box.end(); ) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), box.end() - at));
                at += zeros.remaining();
                write(at - zeros.remaining(), zeros);
            }
        }

        private Optional<String> placeIn(Box box) throws IOException {
            int length = (int) Math.min(LARGEST_WORDS, box.end() - box.content());
            Matcher place = PLACE.matcher(new String(read(box.content(), length).array(), StandardCharsets.ISO_8859_1));
            return place.find()
                    ? Exif.position(Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2)))
                    : Optional.empty();
        }

        private ByteBuffer read(long at, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
                // until it is full, or the file ends
            }
            return bytes.rewind();
        }

        private void write(long at, ByteBuffer bytes) throws IOException {
            long to = at;
            while (bytes.hasRemaining()) {
                to += file.write(bytes, to);
            }
        }
    }
}
