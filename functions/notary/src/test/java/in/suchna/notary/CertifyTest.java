package in.suchna.notary;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Exhibit;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifyTest {
    private static final byte[] PHOTO = "a photo, as it came".getBytes(StandardCharsets.UTF_8);

    private final Office office = new Office();

    @TempDir
    private Path folder;

    @AfterAll
    void close() {
        office.close();
    }

    private Reference tipWithPhoto(byte[] stored) throws Exception {
        Reference tip = office.tip(1);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PHOTO));
        String key = "original/" + tip;
        office.aws.s3().putObject(put -> put.bucket(office.bucket).key(key), RequestBody.fromBytes(stored));
        office.aws
                .dynamo()
                .putItem(put -> put.tableName(office.aws.table("Messages"))
                        .item(Map.of(
                                "id", AttributeValue.fromS("message-1"),
                                "original", AttributeValue.fromB(SdkBytes.fromUtf8String("sealed bytes")))));
        office.timeline.appendNow(new TimelineEntry(
                tip,
                TimelineEntry.idOf(Office.NOW.minusSeconds(60), "file"),
                Office.NOW.minusSeconds(60),
                TimelineEntry.EVIDENCE,
                "{\"message\":\"message-1\",\"type\":\"image\"}",
                Optional.of(new Exhibit(key, Optional.empty(), hash, "image/jpeg", PHOTO.length, Optional.empty()))));
        office.seal(tip);
        return tip;
    }

    private String certify(Reference tip, Path to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Certify(
                        office.aws.dynamo(),
                        office.aws.s3(),
                        office.clock,
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(
                        tip.text(),
                        to.toString(),
                        office.aws.table("Timeline"),
                        office.aws.table("Ledger"),
                        office.aws.table("Messages"),
                        office.bucket);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path unpacked(Path pack) throws IOException {
        Path to = folder.resolve("unpacked");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        return to;
    }

    private static String run(Path in, int expected, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(expected);
        return said;
    }

    private static String[] verify() {
        return new String[] {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Verify.java", "."
        };
    }

    @Test
    void aPackIsCheckedWithoutSuchnaAndOneChangedByteIsNamed() throws Exception {
        Path pack = folder.resolve("pack.zip");
        Reference tip = tipWithPhoto(PHOTO);
        assertThat(certify(tip, pack)).contains("The pack of tip " + tip);
        Path in = unpacked(pack);

        assertThat(Files.readAllBytes(in.resolve("media/01.jpg"))).isEqualTo(PHOTO);
        assertThat(Files.readString(in.resolve("sealed/message-1.sealed"))).isEqualTo("sealed bytes");
        assertThat(Files.readString(in.resolve("timeline/0001.json"))).contains("word 0");
        run(in, 0, "sha256sum", "-c", "--quiet", "SHA256SUMS");
        assertThat(run(in, 0, verify())).contains("2 links of the chain, 0 faults");

        Files.writeString(in.resolve("timeline/0001.json"), Files.readString(in.resolve("timeline/0001.json")) + " ");
        assertThat(run(in, 1, "sha256sum", "-c", "--quiet", "SHA256SUMS")).contains("timeline/0001.json");
        assertThat(run(in, 1, verify()))
                .contains("timeline/0001.json was changed")
                .contains("timeline/0001.json is not the entry that was sealed");
    }

    @Test
    void theCertificateHasBothPartsInBothLanguagesAndTheHashes() throws Exception {
        Path pack = folder.resolve("certificate.zip");
        Reference tip = tipWithPhoto(PHOTO);
        certify(tip, pack);

        String page = Files.readString(unpacked(pack).resolve("certificate.html"));

        assertThat(page)
                .contains("PART A", "PART B", "भाग क", "भाग ख", "63(4)(c)", "SHA256 ☒")
                .contains(tip.text(), "24/11/2026, 15:30:00")
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(PHOTO)))
                .contains(office.ledger.of(tip).getLast().seal())
                .doesNotContain("{{");
    }

    @Test
    void whatIsNotAsItWasKeptIsNotCertified() throws Exception {
        Path pack = folder.resolve("none.zip");

        assertThat(certify(tipWithPhoto("another photo".getBytes(StandardCharsets.UTF_8)), pack))
                .contains("Not certified: media/01.jpg does not have the hash");
        Reference changed = tipWithPhoto(PHOTO);
        office.change(
                "Timeline",
                office.timeline.rowsOf(changed).getFirst(),
                "content",
                AttributeValue.fromS("{\"said\":\"something else\"}"));
        assertThat(certify(changed, pack)).contains("Not certified: The timeline is not as it was sealed");

        assertThat(Files.exists(pack)).isFalse();
    }

    private String hold(Reference tip, String word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Hold(office.aws.dynamo(), office.aws.s3(), new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(
                        tip.text(),
                        word,
                        office.aws.table("Tips"),
                        office.aws.table("Timeline"),
                        office.aws.table("Ledger"),
                        office.bucket);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String legalHoldOn(String key) {
        return office.aws
                .s3()
                .getObjectLegalHold(get -> get.bucket(office.bucket).key(key))
                .legalHold()
                .statusAsString();
    }

    @Test
    void whatIsHeldForACaseHasNoEndAndItsChainHoldsTooTillItIsLetGo() throws Exception {
        Reference tip = tipWithPhoto(PHOTO);
        long expiry = office.timeline.rowsOf(tip).getFirst().number("expires");

        assertThat(hold(tip, "on")).contains("is held: 4 rows, 1 files");
        assertThat(hold(tip, "on")).contains("is held: 0 rows");
        assertThat(office.timeline.rowsOf(tip))
                .noneMatch(row -> row.optionalNumber("expires").isPresent());
        assertThat(legalHoldOn("original/" + tip)).isEqualTo("ON");
        assertThat(office.faults(tip)).isEmpty();

        assertThat(hold(tip, "off")).contains("is let go: 4 rows");
        assertThat(office.timeline.rowsOf(tip).getFirst().number("expires")).isEqualTo(expiry);
        assertThat(legalHoldOn("original/" + tip)).isEqualTo("OFF");
        assertThat(hold(tip, "perhaps")).contains("Which tip?");
    }
}
