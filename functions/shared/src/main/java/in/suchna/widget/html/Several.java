package in.suchna.widget.html;

import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Pieces one after another.
 *
 * @param pieces the pieces
 */
record Several(List<Markup> pieces) implements Markup {
    Several(Iterable<? extends Markup> pieces) {
        this(StreamSupport.stream(pieces.spliterator(), false)
                .<Markup>map(piece -> piece)
                .toList());
    }

    @Override
    public void write(StringBuilder html) {
        pieces.forEach(piece -> piece.write(html));
    }
}
