package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Account;
import in.suchna.message.MessageId;
import in.suchna.message.Receipt;
import in.suchna.store.Receipts;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class ReceiptsContract extends Contract {
    private final Receipts receipts;
    private final MessageId id = new MessageId(ownName());

    ReceiptsContract(Cloud cloud) {
        super(cloud);
        this.receipts = new Receipts(cloud.dynamo(), cloud.table("Receipts"), RETENTION);
    }

    private Receipt failed(String content) {
        return new Receipt(
                id,
                Optional.of(ownName()),
                Optional.of(new Account(Invented.citizen(), Invented.citizen())),
                "failed",
                Optional.of(131_047),
                content,
                now,
                now);
    }

    @Test
    void aReceiptIsKeptOnceAndARedeliveryChangesNothing() {
        Receipt first = failed(Invented.WORDS);

        assertThat(receipts.keep(first)).isTrue();
        assertThat(receipts.keep(failed("second"))).isFalse();
        assertThat(receipts.find(id)).contains(first);
    }

    @Test
    void ofManyWhoKeepOneReceiptAtOnceOneIsTold() throws Exception {
        Receipt receipt = failed("one");

        assertThat(Collections.frequency(race(() -> receipts.keep(receipt)), true))
                .isEqualTo(1);
    }

    @Test
    void whatIsAbsentStaysAbsentAndAnUnknownWordIsKept() {
        Receipt unnamed = new Receipt(id, Optional.empty(), Optional.empty(), "played", Optional.empty(), "", now, now);
        receipts.keep(unnamed);

        assertThat(receipts.find(id)).contains(unnamed);
        assertThat(row("Receipts", key("id", id.text())).item()).doesNotContainKeys("outbox", "account", "errorCode");
    }

    @Test
    void aRowExpiresWhenItsTimeToLiveHasPassed() {
        receipts.keep(failed("one"));

        assertThat(row("Receipts", key("id", id.text())).number("expires")).isEqualTo(expiryOf(now));
    }
}
