package in.suchna.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import in.suchna.evidence.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever a file holds that calls itself a photo, a song or a film: a clean copy or none comes of it, and soon. */
class StrangeFilesTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MOST_WE_ADD = 64;

    private Path folder = Path.of("");

    @BeforeProperty
    void begin() throws IOException {
        folder = Files.createTempDirectory("strange-files");
    }

    @AfterProperty
    void end() throws IOException {
        Files.deleteIfExists(folder.resolve("original"));
        Files.deleteIfExists(folder.resolve("copy"));
        Files.deleteIfExists(folder.resolve("again"));
        Files.delete(folder);
    }

    @Property(tries = 1_000)
    void aFileOfAnyTypeHasACopyOrNone(@ForAll("files") byte[] bytes) throws IOException {
        look(bytes);
    }

    @Property(tries = 1_000)
    void aPictureWithSomeBytesChangedHasACopyOrNone(@ForAll("changed") byte[] bytes) throws IOException {
        look(bytes);
    }

    @Property(tries = 500)
    void whatIsNoFileAtAllIsKnownByItsFirstBytesOrAsUnknown(@ForAll byte[] bytes) {
        assertThat(FileType.of(bytes).mime()).contains("/");
    }

    private void look(byte[] bytes) throws IOException {
        Path original = Files.write(folder.resolve("original"), bytes);
        Path copy = folder.resolve("copy");
        ViewingCopy made = assertTimeoutPreemptively(SOON, () -> ViewingCopy.make(original, copy));
        made.position().ifPresent(position -> assertThat(position).matches("-?\\d{1,2}\\.\\d{5},-?\\d{1,3}\\.\\d{5}"));
        if (made.made()) {
            assertThat(Files.size(copy)).isLessThanOrEqualTo(bytes.length + MOST_WE_ADD);
            cleanedAgainNothingMoreGoes(made, copy);
        }
    }

    private void cleanedAgainNothingMoreGoes(ViewingCopy made, Path copy) throws IOException {
        ViewingCopy again = ViewingCopy.make(copy, folder.resolve("again"));
        assertThat(again.type()).isEqualTo(made.type());
        assertThat(again.made()).isTrue();
        assertThat(again.position()).isEmpty();
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(copy);
    }

    @Provide
    Arbitrary<byte[]> changed() {
        Arbitrary<byte[]> whole =
                Arbitraries.of(List.of(Pictures.jpeg(), Pictures.plain("png"), Pictures.plain("jpg")));
        Arbitrary<List<Integer>> places =
                Arbitraries.integers().between(4, 4_000).list().ofMaxSize(8);
        Arbitrary<List<Byte>> values = Arbitraries.bytes().list().ofSize(8);
        return Combinators.combine(whole, places, values).as((bytes, where, what) -> {
            byte[] changed = bytes.clone();
            for (int i = 0; i < where.size(); i++) {
                changed[4 + where.get(i) % (changed.length - 4)] = what.get(i);
            }
            return changed;
        });
    }

    @Provide
    Arbitrary<byte[]> files() {
        Arbitrary<String> beginnings = Arbitraries.of(
                "ffd8ff",
                "89504e470d0a1a0a",
                "524946461000000057454250",
                "0000000c6674797069736f6d",
                "0000000c667479704d344120",
                "4f676753",
                "494433040000000000",
                "fffb9064",
                "2321414d520a",
                "474946383961",
                "255044462d",
                "504b0304");
        return Combinators.combine(beginnings, parts().list().ofMaxSize(8)).as((begin, parts) -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(HexFormat.of().parseHex(begin));
            parts.forEach(file::writeBytes);
            return file.toByteArray();
        });
    }

    /** Parts as the formats have them, with lengths that are right, or lead nowhere. */
    private static Arbitrary<byte[]> parts() {
        Arbitrary<String> names = Arbitraries.of(
                "moov",
                "udta",
                "trak",
                "mdia",
                "hdlr",
                "uuid",
                "mdat",
                "meta",
                "free",
                "IHDR",
                "IDAT",
                "IEND",
                "tEXt",
                "eXIf",
                "EXIF",
                "XMP ",
                "VP8 ",
                "VP8X",
                "OggS",
                "TAG\u0000",
                "\u00ff\u00e1\u0000\u0008",
                "\u00ff\u00da\u0000\u0002");
        Arbitrary<Integer> wrong = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(4, 0),
                net.jqwik.api.Tuple.of(1, 1),
                net.jqwik.api.Tuple.of(1, -9),
                net.jqwik.api.Tuple.of(1, Integer.MAX_VALUE - 200),
                net.jqwik.api.Tuple.of(1, Integer.MIN_VALUE));
        return Combinators.combine(
                        names,
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(60),
                        wrong,
                        Arbitraries.of(0, 8),
                        Arbitraries.of(true, false))
                .as(StrangeFilesTest::part);
    }

    private static byte[] part(String name, byte[] content, int wrong, int counted, boolean bigEndian) {
        return ByteBuffer.allocate(8 + content.length)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length + counted + wrong)
                .put(Arrays.copyOf(name.getBytes(StandardCharsets.ISO_8859_1), 4))
                .put(content)
                .array();
    }
}
