package in.suchna.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.evidence.file.ViewingCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to fool or to harm: each is kept as bytes, and shown clean or not at all. */
class HostileFileTest {
    private static final byte[] SCRIPT =
            "<html><script>fetch('https://stranger.invalid')</script>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private ViewingCopy make(byte[] bytes) throws IOException {
        Files.write(folder.resolve("original"), bytes);
        return ViewingCopy.make(folder.resolve("original"), folder.resolve("copy"));
    }

    private String copied() throws IOException {
        return Files.readString(folder.resolve("copy"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aZipBombIsNotOpened() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }

        assertThat(make(bomb.toByteArray()).made()).isFalse();
    }

    @Test
    void aPictureThatIsAPageTooIsShownAsAPictureOnly() throws IOException {
        byte[] picture = Pictures.plain("jpg");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(picture, 0, 2);
        both.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (SCRIPT.length + 2)});
        both.writeBytes(SCRIPT);
        both.write(picture, 2, picture.length - 2);
        both.writeBytes(SCRIPT);

        ViewingCopy made = make(both.toByteArray());

        assertThat(made.made()).isTrue();
        assertThat(copied()).doesNotContain("script");
    }

    @Test
    void aPictureThatIsAnArchiveTooLosesTheArchive() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Pictures.plain("png"));
        both.writeBytes(new byte[] {'P', 'K', 3, 4});
        both.writeBytes(SCRIPT);

        assertThat(make(both.toByteArray()).made()).isTrue();
        assertThat(copied()).doesNotContain("PK").doesNotContain("script");
    }

    @Test
    void aPageOrProgramThatCallsItselfAPhotoIsNotShown() throws IOException {
        assertThat(make(SCRIPT).made()).isFalse();
        assertThat(make("MZ\u0090\0 a program".getBytes(StandardCharsets.ISO_8859_1))
                        .made())
                .isFalse();
        assertThat(make("<svg onload='alert(1)'>".getBytes(StandardCharsets.UTF_8))
                        .made())
                .isFalse();
    }

    @Test
    void aPictureThatClaimsToBeVastCostsNoMemoryBecauseNothingIsUnpacked() throws IOException {
        byte[] vast = Pictures.plain("png");
        // width and height of the header
        for (int at = 16; at < 24; at++) {
            vast[at] = 0x7F;
        }

        assertThat(make(vast).made()).isTrue();
        assertThat(copied()).hasSize(vast.length);
    }

    @Test
    void namesThatLeadElsewhereAreInNoKeyAndNoAddress() {
        try (Room room = new Room()) {
            var message = room.keep(
                    "document",
                    "../../v26.0/me?access_token=x",
                    java.util.Optional.empty(),
                    java.util.Optional.of("http://127.0.0.1@169.254.169.254/latest"));

            room.tell(message);

            assertThat(room.shelf.seen()).isEmpty();
            assertThat(room.attachments.find(message).orElseThrow().mishap()).contains("UNNAMED");
        }
    }
}
