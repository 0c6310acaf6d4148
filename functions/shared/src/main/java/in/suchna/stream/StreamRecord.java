package in.suchna.stream;

import in.suchna.store.Row;
import java.util.Optional;

/**
 * One change of one item, as a DynamoDB stream tells it.
 *
 * @param change what happened to the item
 * @param sequence names it within the stream
 * @param before the item before the change; empty for an insert
 * @param after the item after the change; empty for a removal
 */
public record StreamRecord(Change change, String sequence, Optional<Row> before, Optional<Row> after) {

    /** What happened to an item. */
    public enum Change {
        INSERT,
        MODIFY,
        REMOVE
    }
}
