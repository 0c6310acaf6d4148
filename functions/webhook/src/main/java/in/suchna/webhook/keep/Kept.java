package in.suchna.webhook.keep;

import in.suchna.message.KeptMessage;
import in.suchna.message.Receipt;
import java.util.List;

/** What is to be written of one thing heard. */
sealed interface Kept {

    /**
     * A row of the Messages table.
     *
     * @param parts further rows with the rest of its original; written first, so that who sees the row finds them
     * @param row the row
     */
    record Message(List<KeptMessage> parts, KeptMessage row) implements Kept {}

    /** A row of the Receipts table. */
    record Receipts(Receipt receipt) implements Kept {}
}
