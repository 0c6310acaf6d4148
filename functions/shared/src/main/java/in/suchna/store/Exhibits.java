package in.suchna.store;

import in.suchna.tip.Exhibit;
import java.util.Optional;

/** An exhibit as attributes of a row, the same in each table that holds one. */
final class Exhibits {
    private Exhibits() {}

    static void write(Exhibit exhibit, Row.Draft row) {
        row.text("object", exhibit.object())
                .text("viewing", exhibit.viewing())
                .text("sha256", exhibit.sha256())
                .text("mime", exhibit.mime())
                .number("bytes", exhibit.bytes())
                .text("position", exhibit.position());
    }

    static Optional<Exhibit> read(Row row) {
        return row.optional("object")
                .map(object -> new Exhibit(
                        object,
                        row.optional("viewing"),
                        row.text("sha256"),
                        row.text("mime"),
                        row.number("bytes"),
                        row.optional("position")));
    }
}
