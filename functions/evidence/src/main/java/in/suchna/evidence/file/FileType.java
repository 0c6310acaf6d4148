package in.suchna.evidence.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file is, by its own first bytes. What the sender's phone said of it counts for nothing: a program can be sent as
 * a photo.
 */
public enum FileType {
    JPEG("image/jpeg", at(0, 0xFF, 0xD8, 0xFF)),
    PNG("image/png", at(0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)),
    WEBP("image/webp", at(0, 'R', 'I', 'F', 'F'), at(8, 'W', 'E', 'B', 'P')),
    GIF("image/gif", at(0, 'G', 'I', 'F', '8')),
    QUICKTIME("video/quicktime", at(4, 'f', 't', 'y', 'p', 'q', 't')),
    THREE_GP("video/3gpp", at(4, 'f', 't', 'y', 'p', '3', 'g')),
    M4A("audio/mp4", at(4, 'f', 't', 'y', 'p', 'M', '4', 'A')),
    MP4("video/mp4", at(4, 'f', 't', 'y', 'p')),
    OGG("audio/ogg", at(0, 'O', 'g', 'g', 'S')),
    AMR("audio/amr", at(0, '#', '!', 'A', 'M', 'R')),
    MP3_TAGGED("audio/mpeg", at(0, 'I', 'D', '3')),
    PDF("application/pdf", at(0, '%', 'P', 'D', 'F', '-')),
    ZIP("application/zip", at(0, 'P', 'K', 3, 4)),
    OLE("application/x-ole-storage", at(0, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
    AAC("audio/aac", Sign.ADTS),
    MP3("audio/mpeg", Sign.MPEG_FRAME),
    TEXT("text/plain", Sign.PLAIN_TEXT),
    UNKNOWN("application/octet-stream");

    /** How many first bytes tell it. */
    public static final int HEAD = 512;

    private final String mime;

    @SuppressWarnings("ImmutableEnumChecker") // nobody gets the array
    private final Sign[] signs;

    FileType(String mime, Sign... signs) {
        this.mime = mime;
        this.signs = signs;
    }

    /** What the bytes begin like. */
    public static FileType of(byte[] head) {
        return Arrays.stream(values())
                .filter(type ->
                        type.signs.length > 0 && Arrays.stream(type.signs).allMatch(sign -> sign.isIn(head)))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The media type. */
    public String mime() {
        return mime;
    }

    /** What makes its clean copy; empty where there is no sure way to clean it, so that only the original is kept. */
    Optional<Cleaner> cleaner() {
        return switch (this) {
            case JPEG -> Optional.of(new JpegCleaner());
            case PNG -> Optional.of(new PngCleaner());
            case WEBP -> Optional.of(new WebpCleaner());
            case MP4, THREE_GP, QUICKTIME, M4A -> Optional.of(new Mp4Cleaner());
            case OGG -> Optional.of(new OggCleaner());
            case MP3, MP3_TAGGED -> Optional.of(new Mp3Cleaner());
            // neither has room for words about its maker
            case AMR, AAC -> Optional.of(Cleaner.AS_IT_IS);
            case GIF, PDF, ZIP, OLE, TEXT, UNKNOWN -> Optional.empty();
        };
    }

    private static Sign at(int offset, int... bytes) {
        return head -> {
            if (head.length < offset + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((head[offset + i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Something the first bytes of a type have. */
    @FunctionalInterface
    private interface Sign {
        Sign ADTS = head -> head.length > 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xF6) == 0xF0;

        // layer 3, and a bit rate and sample rate that exist
        Sign MPEG_FRAME = head -> head.length > 3
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xE6) == 0xE2
                && (head[2] & 0xF0) != 0xF0
                && (head[2] & 0x0C) != 0x0C;

        Sign PLAIN_TEXT = head -> head.length > 0
                && new String(head, StandardCharsets.UTF_8)
                        .chars()
                        // a letter may be cut at the end
                        .limit(head.length < HEAD ? head.length : HEAD - 4L)
                        .allMatch(c -> (c >= ' ' && c != 0xFFFD) || c == '\n' || c == '\r' || c == '\t');

        boolean isIn(byte[] head);
    }
}
