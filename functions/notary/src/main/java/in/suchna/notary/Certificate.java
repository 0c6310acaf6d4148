package in.suchna.notary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The draft of the certificate that the Schedule of the Bharatiya Sakshya Adhiniyam, 2023, asks for under section 63(4)(c),
 * as a page to print: Part A for who is in charge of the system, Part B for an expert, in English and in Hindi. What only a
 * person can swear stays blank.
 */
final class Certificate {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm:ss").withZone(ZoneId.of("Asia/Kolkata"));

    private Certificate() {}

    static String of(Pack.Contents contents, List<Pack.Line> files, Instant at) throws IOException {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (Pack.Line file : files) {
            if (file.what().isPresent()) {
                rows.append("<tr><td>%d</td><td>%s<br><small>%s</small></td><td><code>%s</code></td></tr>\n"
                        .formatted(
                                ++number,
                                escaped(file.name()),
                                escaped(file.what().get()),
                                file.sha256()));
            }
        }
        return new String(Pack.resource("certificate.html"), StandardCharsets.UTF_8)
                .replace("{{reference}}", contents.reference().text())
                .replace("{{at}}", TIME.format(at))
                .replace("{{entries}}", Integer.toString(contents.entries().size()))
                .replace("{{seal}}", Pack.lastSealOf(contents.chain()))
                .replace("{{files}}", rows);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
