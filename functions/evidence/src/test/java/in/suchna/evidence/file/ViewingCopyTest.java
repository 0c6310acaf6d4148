package in.suchna.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.evidence.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewingCopyTest {
    private static final byte[] OWNER = Pictures.OWNER.getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private Path original;
    private Path copy;

    @BeforeEach
    void name() {
        original = folder.resolve("original");
        copy = folder.resolve("copy");
    }

    private ViewingCopy make(byte[]... parts) throws IOException {
        Files.write(original, joined(parts));
        return ViewingCopy.make(original, copy);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private String copied() throws IOException {
        return Files.readString(copy, StandardCharsets.ISO_8859_1);
    }

    private static void assertSamePixels(byte[] expected, byte[] actual) throws IOException {
        BufferedImage one = ImageIO.read(new ByteArrayInputStream(expected));
        BufferedImage other = ImageIO.read(new ByteArrayInputStream(actual));
        assertThat(other).isNotNull();
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                assertThat(other.getRGB(x, y)).isEqualTo(one.getRGB(x, y));
            }
        }
    }

    @Test
    void aPhotosCopyShowsTheSamePictureWithoutOwnerAndPlaceButStillTurned() throws IOException {
        ViewingCopy made = make(Pictures.jpeg());

        assertThat(made.made()).isTrue();
        assertThat(made.type()).isEqualTo(FileType.JPEG);
        assertThat(made.position()).contains("20.70710,81.54970");
        assertThat(copied()).doesNotContain(Pictures.OWNER);
        assertSamePixels(Pictures.plain("jpg"), Files.readAllBytes(copy));
        ByteBuffer exif = ByteBuffer.wrap(Files.readAllBytes(copy));
        assertThat(Exif.read(exif.slice(2 + 18 + 10, 26)).orientation()).isEqualTo(6);
        assertThat(make(Files.readAllBytes(copy)).position()).isEmpty();
    }

    @Test
    void aPngLosesItsWordsAndWhatStandsBehindItsEnd() throws IOException {
        byte[] plain = Pictures.plain("png");
        byte[] words = pngChunk("tEXt", joined("Author\0".getBytes(StandardCharsets.US_ASCII), OWNER));
        byte[] camera = pngChunk("eXIf", Pictures.exif(OWNER));

        ViewingCopy made =
                make(Arrays.copyOf(plain, 33), words, camera, Arrays.copyOfRange(plain, 33, plain.length), OWNER);

        assertThat(made.made()).isTrue();
        assertThat(made.position()).contains("20.70710,81.54970");
        assertThat(Files.readAllBytes(copy)).isEqualTo(plain);
    }

    private static byte[] pngChunk(String type, byte[] content) {
        byte[] typed = joined(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                typed,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    @Test
    void aStickerLosesItsMakersName() throws IOException {
        byte[] shown = riffChunk("VP8L", new byte[] {1, 2, 3});
        byte[] extended = riffChunk("VP8X", new byte[] {0x1C, 0, 0, 0, 1, 0, 0, 1, 0, 0});
        byte[] maker = riffChunk("EXIF", Pictures.exif(OWNER));

        ViewingCopy made = make(riff(extended, shown, maker, riffChunk("XMP ", OWNER)), OWNER);

        byte[] without = riffChunk("VP8X", new byte[] {0x10, 0, 0, 0, 1, 0, 0, 1, 0, 0});
        assertThat(made.made()).isTrue();
        assertThat(Files.readAllBytes(copy)).isEqualTo(riff(without, shown));
    }

    private static byte[] riff(byte[]... chunks) {
        byte[] all = joined(chunks);
        ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(all.length + 4);
        header.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        return joined(header.array(), all);
    }

    private static byte[] riffChunk(String type, byte[] content) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + content.length + content.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content);
        return chunk.array();
    }

    @Test
    void aVideosWordsBecomeEmptySpaceAndNothingElseMoves() throws IOException {
        byte[] place = box("\u00a9xyz", joined(new byte[4], "+20.7071+081.5497/".getBytes(StandardCharsets.US_ASCII)));
        byte[] words = box("udta", place, box("auth", OWNER));
        byte[] picture = box("trak", box("mdia", handler("vide")), box("udta", OWNER));
        byte[] route = box("trak", box("mdia", handler("camm"), OWNER));
        byte[] file = joined(
                box("ftyp", "isom0000".getBytes(StandardCharsets.US_ASCII)),
                box("moov", words, picture, route),
                box("uuid", OWNER),
                box("mdat", "the pictures".getBytes(StandardCharsets.US_ASCII)));

        ViewingCopy made = make(file);

        assertThat(made.made()).isTrue();
        assertThat(made.type()).isEqualTo(FileType.MP4);
        assertThat(made.position()).contains("20.70710,81.54970");
        assertThat(copied())
                .hasSize(file.length)
                .doesNotContain(Pictures.OWNER)
                .doesNotContain("20.7071")
                .contains("vide")
                .doesNotContain("camm")
                .endsWith("the pictures");
        assertThat(copied().indexOf("mdat")).isEqualTo(new String(file, StandardCharsets.ISO_8859_1).indexOf("mdat"));
    }

    private static byte[] handler(String kind) {
        return box("hdlr", new byte[8], kind.getBytes(StandardCharsets.US_ASCII), new byte[12]);
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] all = joined(contents);
        return joined(
                ByteBuffer.allocate(4).putInt(8 + all.length).array(), type.getBytes(StandardCharsets.ISO_8859_1), all);
    }

    @Test
    void aVoiceNoteKeepsItsSoundAndLosesItsComments() throws IOException {
        byte[] head = oggPage(0, "OpusHead and so on".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer tags = ByteBuffer.allocate(8 + 4 + 3 + 4 + 4 + OWNER.length).order(ByteOrder.LITTLE_ENDIAN);
        tags.put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .put("abc".getBytes(StandardCharsets.US_ASCII));
        tags.putInt(1).putInt(OWNER.length).put(OWNER);
        byte[] sound = oggPage(2, new byte[] {9, 9, 9});

        ViewingCopy made = make(head, oggPage(1, tags.array()), sound);

        byte[] emptied = Arrays.copyOf(
                joined("OpusTags".getBytes(StandardCharsets.US_ASCII), new byte[] {3, 0, 0, 0, ' ', ' ', ' '}),
                tags.capacity());
        assertThat(made.made()).isTrue();
        assertThat(Files.readAllBytes(copy)).isEqualTo(joined(head, oggPage(1, emptied), sound));
    }

    /** A page with its checksum worked out bit by bit, as RFC 3533 says it. */
    private static byte[] oggPage(int number, byte[] body) {
        ByteBuffer page = ByteBuffer.allocate(27 + 1 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII));
        page.putInt(18, number).put(26, (byte) 1).put(27, (byte) body.length).put(28, body);
        long sum = 0;
        for (byte b : page.array()) {
            for (int bit = 7; bit >= 0; bit--) {
                long top = (sum >> 31 & 1) ^ (b >> bit & 1);
                sum = (sum << 1 & 0xFFFFFFFFL) ^ (top == 1 ? 0x04C11DB7L : 0);
            }
        }
        return page.putInt(22, (int) sum).array();
    }

    @Test
    void aSongLosesItsTags() throws IOException {
        byte[] sound = joined(frame(0xFFFB9000, 417), frame(0xFFFB9200, 418), frame(0xFFF34400, 96));
        byte[] before = joined(
                "ID3\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), new byte[] {(byte) OWNER.length}, OWNER);
        byte[] behind = Arrays.copyOf(joined("TAG".getBytes(StandardCharsets.US_ASCII), OWNER), 128);
        byte[] another = joined("APETAGEX".getBytes(StandardCharsets.US_ASCII), OWNER);

        assertThat(make(before, sound, another, behind).made()).isTrue();
        assertThat(Files.readAllBytes(copy)).isEqualTo(sound);
    }

    /** A frame of that header and length, with sound in it. */
    private static byte[] frame(int header, int length) {
        byte[] frame = new byte[length];
        Arrays.fill(frame, (byte) 7);
        ByteBuffer.wrap(frame).putInt(header);
        return frame;
    }

    @Test
    void aProgramBehindASongsTagsIsNoSong() throws IOException {
        byte[] tags = "ID3\4\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(make(tags, "#!/bin/sh".getBytes(StandardCharsets.US_ASCII)).made())
                .isFalse();
    }

    @Test
    void whatCantBeCleanedSurelyHasNoCopy() throws IOException {
        assertThat(make("%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII))
                        .made())
                .isFalse();
        assertThat(make(new byte[] {'P', 'K', 3, 4, 0, 0}).type()).isEqualTo(FileType.ZIP);
        assertThat(make("<html><script>".getBytes(StandardCharsets.US_ASCII)).type())
                .isEqualTo(FileType.TEXT);
        assertThat(make(new byte[0]).type()).isEqualTo(FileType.UNKNOWN);
    }

    @Test
    void aDamagedOrTruncatedFileHasNoCopyAndHurtsNobody() throws IOException {
        byte[] jpeg = Pictures.jpeg();
        byte[] png = Pictures.plain("png");
        for (int length = 0; length < jpeg.length - Pictures.OWNER.length(); length++) {
            assertThat(make(Arrays.copyOf(jpeg, length)).made()).isFalse();
        }
        for (int length = 0; length < png.length; length++) {
            assertThat(make(Arrays.copyOf(png, length)).made()).isFalse();
        }
        byte[] endless = box("moov", new byte[] {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'u', 'd', 't', 'a'});
        assertThat(make(box("ftyp", new byte[8]), endless).made()).isFalse();
    }
}
