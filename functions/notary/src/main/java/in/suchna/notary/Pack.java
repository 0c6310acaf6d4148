package in.suchna.notary;

import in.suchna.ledger.Digest;
import in.suchna.store.Canonical;
import in.suchna.store.Ledger;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.tip.Exhibit;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything of one tip in one ZIP, for a court. Each entry of the timeline is a file whose SHA-256 stands in its link, each
 * link a file whose SHA-256 stands in the next; so the pack is checked by {@code sha256sum} alone, or by the program in it.
 * Who sent the tip is not in it: the originals of the messages lie in it sealed.
 */
final class Pack {
    private static final int BUFFER = 64 * 1024;

    private final ZipOutputStream zip;
    private final Instant at;
    private final List<Line> sums = new ArrayList<>();

    /**
     * A file of the pack.
     *
     * @param sha256 its hash
     * @param name its name in the pack
     * @param what what it is, for the certificate; empty for those that need no mention
     */
    record Line(String sha256, String name, Optional<String> what) {}

    /** What goes in. */
    record Contents(Reference reference, List<Row> entries, List<Ledger.Kept> chain, Map<String, byte[]> sealed) {
        Contents {
            entries = List.copyOf(entries);
            chain = List.copyOf(chain);
            sealed = Map.copyOf(sealed);
        }
    }

    /** Opens a file of the bucket by its key. */
    @FunctionalInterface
    interface Files {
        InputStream open(String key) throws IOException;
    }

    private Pack(OutputStream out, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.at = at;
    }

    /**
     * Writes a pack.
     *
     * @param at when; stands in the certificate
     * @throws PackBroken if something does not have the hash the timeline says, or the chain is broken
     */
    static void write(Contents contents, Files files, OutputStream out, Instant at) throws IOException {
        List<ChainCheck.Fault> faults = ChainCheck.faults(contents.entries(), contents.chain(), at);
        if (!faults.isEmpty()) {
            throw new PackBroken("The timeline is not as it was sealed: " + faults.getFirst());
        }
        Pack pack = new Pack(out, at);
        pack.timeline(contents);
        pack.media(contents, files);
        for (Map.Entry<String, byte[]> sealed : new java.util.TreeMap<>(contents.sealed()).entrySet()) {
            pack.add(
                    "sealed/" + sealed.getKey() + ".sealed",
                    sealed.getValue(),
                    Optional.of("message as it came, sealed"));
        }
        pack.add("Verify.java", resource("Verify.java.txt"), Optional.empty());
        pack.add("README.txt", resource("README.txt"), Optional.empty());
        String certificate = Certificate.of(contents, pack.sums, at);
        pack.add("certificate.html", certificate.getBytes(StandardCharsets.UTF_8), Optional.empty());
        pack.sums();
        pack.zip.finish();
    }

    private void timeline(Contents contents) throws IOException {
        for (Ledger.Kept kept : contents.chain()) {
            String number = "%04d".formatted(kept.link().number());
            Row entry = contents.entries().stream()
                    .filter(row -> row.text("id").equals(kept.link().entry()))
                    .findFirst()
                    .orElseThrow(() -> new PackBroken("An entry is gone"));
            String what = "timeline, entry " + number + ": " + entry.text("what") + ", " + entry.time("at");
            add(
                    "timeline/" + number + ".json",
                    Canonical.textOf(entry).getBytes(StandardCharsets.UTF_8),
                    Optional.of(what));
            add("chain/" + number + ".txt", kept.link().text().getBytes(StandardCharsets.UTF_8), Optional.empty());
        }
    }

    private void media(Contents contents, Files files) throws IOException {
        int number = 0;
        for (Row row : contents.entries()) {
            TimelineEntry entry = Timeline.of(row);
            if (entry.exhibit().isPresent()) {
                file(++number, entry.exhibit().get(), files);
            }
        }
    }

    private void file(int number, Exhibit exhibit, Files files) throws IOException {
        String name = "media/%02d%s".formatted(number, endingOf(exhibit.mime()));
        begin(name);
        MessageDigest digest = digest();
        try (InputStream in = files.open(exhibit.object())) {
            OutputStream hashed = new DigestOutputStream(zip, digest);
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hashed.write(buffer, 0, read);
            }
        }
        zip.closeEntry();
        String hash = HexFormat.of().formatHex(digest.digest());
        if (!hash.equals(exhibit.sha256())) {
            throw new PackBroken(name + " does not have the hash that the timeline says");
        }
        sums.add(new Line(
                hash, name, Optional.of("file as it came, %s, %d bytes".formatted(exhibit.mime(), exhibit.bytes()))));
    }

    private static String endingOf(String mime) {
        return switch (mime) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/webp" -> ".webp";
            case "video/mp4" -> ".mp4";
            case "video/3gpp" -> ".3gp";
            case "audio/ogg" -> ".ogg";
            case "audio/mpeg" -> ".mp3";
            case "application/pdf" -> ".pdf";
            default -> ".bin";
        };
    }

    private void add(String name, byte[] bytes, Optional<String> what) throws IOException {
        begin(name);
        zip.write(bytes);
        zip.closeEntry();
        sums.add(new Line(HexFormat.of().formatHex(digest().digest(bytes)), name, what));
    }

    private void sums() throws IOException {
        StringBuilder lines = new StringBuilder();
        sums.forEach(line ->
                lines.append(line.sha256()).append("  ").append(line.name()).append('\n'));
        begin("SHA256SUMS");
        zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Pack.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The jar lacks " + name);
            }
            return in.readAllBytes();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had in this Java", e);
        }
    }

    /** The last seal of a chain, which binds all before it. */
    static String lastSealOf(List<Ledger.Kept> chain) {
        return chain.isEmpty() ? Digest.of("") : chain.getLast().seal();
    }
}
