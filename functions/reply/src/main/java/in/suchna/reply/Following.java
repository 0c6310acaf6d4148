package in.suchna.reply;

import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.message.Receipt;
import in.suchna.outbox.Advance;
import in.suchna.outbox.Delivery;
import in.suchna.seal.SealBroken;
import in.suchna.store.Ground;
import in.suchna.store.Outbox;
import in.suchna.store.Row;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows what became of a row by the receipts WhatsApp sends, in whatever order and however often they come. */
final class Following {
    private static final Set<String> DELIVERED = Set.of("delivered", "read", "played");

    private final Outbox outbox;
    private final Ending ending;
    private final Journal journal;

    Following(Outbox outbox, Ending ending, Journal journal) {
        this.outbox = outbox;
        this.ending = ending;
        this.journal = journal;
    }

    /** The outbox rows of which a batch says that they were delivered. */
    static Set<String> delivered(Stream<Row> batch) {
        return batch.filter(row ->
                        row.optional("status").filter(DELIVERED::contains).isPresent())
                .flatMap(row -> row.optional("outbox").stream())
                .collect(Collectors.toSet());
    }

    /**
     * Takes in one receipt.
     *
     * @param delivered the rows whose batch tells more than "sent", which then has nothing to add
     */
    void follow(Receipt receipt, Set<String> delivered) {
        if (receipt.outboxId().isEmpty()) {
            unmatched(receipt);
            return;
        }
        String id = receipt.outboxId().get();
        switch (receipt.status()) {
            case "sent" -> {
                if (!delivered.contains(id)) {
                    moved(receipt, id, Delivery.SENT);
                }
            }
            case "delivered" -> moved(receipt, id, Delivery.DELIVERED);
            case "read", "played" -> moved(receipt, id, Delivery.READ);
            case "failed" -> failed(receipt, id);
            default ->
                journal.note(
                        "receipt-unheard-of", Map.of("receipt", receipt.id().text()));
        }
    }

    private void moved(Receipt receipt, String id, Delivery to) {
        if (outbox.moved(id, to, receipt.at()) == Advance.NO_SUCH_ROW) {
            unmatched(receipt);
        }
    }

    private void failed(Receipt receipt, String id) {
        Optional<Row> row = outbox.row(id);
        if (row.isEmpty()) {
            unmatched(receipt);
            return;
        }
        Ground.Receipt ground = new Ground.Receipt(id, receipt.at());
        if (!ground.holds(row.get())) {
            return;
        }
        int code = receipt.errorCode().orElse(Refusal.UNTOLD.code());
        try {
            ending.refused(Outbox.attemptOf(row.get()), ground, Refusal.of(code), code);
        } catch (SealBroken e) {
            // nothing can have been sent to an address that can't be opened
            journal.trouble("receipt-for-broken-row", e, Map.of("outbox", id));
        }
    }

    private void unmatched(Receipt receipt) {
        journal.count(Signal.RECEIPT_UNMATCHED, Map.of("receipt", receipt.id().text()));
    }
}
