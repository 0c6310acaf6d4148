package in.suchna.desk.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.tip.Tip;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What a deed writes, all of it or nothing.
 *
 * @param after the tip afterwards
 * @param line what the timeline says of it
 * @param more what is written beside the tip and its timeline
 */
record Change(Tip after, ObjectNode line, List<TransactWriteItem> more) {
    Change {
        more = new ArrayList<>(more);
    }

    static Change of(Tip after, ObjectNode line) {
        return new Change(after, line, List.of());
    }

    /** With one more write. */
    Change and(TransactWriteItem write) {
        more.add(write);
        return this;
    }
}
