package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.outbox.Advance;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.outbox.Trouble;
import in.suchna.store.Ground;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Outbox as the database enforces it. */
class OutboxTest {
    private static final Stage STAGE = new Stage();
    private static final Instant NOW = Stage.START;
    private static final Instant LATER = NOW.plusSeconds(90);

    @BeforeEach
    void empty() {
        STAGE.reset();
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void ofManyWhoClaimAtOnceOneHasIt() {
        Outgoing read = written("m.0");
        AtomicInteger winners = new AtomicInteger();
        IntStream.range(0, 16).parallel().forEach(_ -> {
            if (STAGE.outbox.claim(read, LATER).isPresent()) {
                winners.incrementAndGet();
            }
        });
        assertThat(winners.get()).isEqualTo(1);
    }

    @Test
    void aLeaseThatWasLostWritesNothing() {
        Outgoing first = claimed(written("m.0"));
        Outgoing second = claimed(first);
        Ground.Lease lost = Ground.Lease.of(first);

        assertThat(STAGE.outbox.sent(lost, "hash", NOW)).isFalse();
        assertThat(STAGE.outbox.again(lost, LATER, Trouble.NONE.and(1))).isFalse();
        assertThat(STAGE.outbox.failed(lost, 1, NOW)).isFalse();
        assertThat(STAGE.outbox.asTemplate(lost, NOW)).isFalse();
        assertThat(STAGE.outbox.sent(Ground.Lease.of(second), "hash", NOW)).isTrue();
    }

    @Test
    void aSentRowCanBeClaimedByNobodyAndIsNotDue() {
        Outgoing claimed = claimed(written("m.0"));
        STAGE.outbox.sent(Ground.Lease.of(claimed), "hash", NOW);

        assertThat(STAGE.outbox.claim(claimed, LATER)).isEmpty();
        assertThat(STAGE.outbox.due(NOW.plusSeconds(1_000_000), 100)).isEmpty();
    }

    @Test
    void aClaimTellsWhatEarlierAttemptsMet() {
        Outgoing claimed = claimed(written("m.0"));
        Trouble met = Trouble.NONE.and(131000).and(131000);
        STAGE.outbox.again(Ground.Lease.of(claimed), LATER, met);

        assertThat(STAGE.outbox.claim(claimed, LATER).orElseThrow().before()).isEqualTo(met);
        assertThat(met.and(190)).isEqualTo(new Trouble(190, 1));
        assertThat(met.times()).isEqualTo(2);
    }

    @Test
    void aDoubtfulRowStaysWithItsLeaseSoThatAReceiptCanFailIt() {
        Outgoing claimed = claimed(written("m.0"));
        assertThat(STAGE.outbox.unsure(Ground.Lease.of(claimed), LATER, Trouble.NONE.and(-2)))
                .isTrue();
        assertThat(STAGE.status("m.0")).isEqualTo("sending");
        assertThat(STAGE.outbox.failed(new Ground.Receipt("m.0", NOW), 131026, NOW))
                .isTrue();
    }

    @Test
    void aWaitingRowIsNotFailedByAReceiptOfAnEarlierAttempt() {
        written("m.0");
        assertThat(STAGE.outbox.failed(new Ground.Receipt("m.0", NOW), 131026, NOW))
                .isFalse();
    }

    @Test
    void aFailedRowThatWasDeliveredAfterAllIsDelivered() {
        written("m.0");
        STAGE.outbox.failed(new Ground.Unsent("m.0"), 1, NOW);
        assertThat(STAGE.outbox.moved("m.0", Delivery.SENT, NOW)).isEqualTo(Advance.NOTHING_NEW);
        assertThat(STAGE.outbox.moved("m.0", Delivery.DELIVERED, NOW)).isEqualTo(Advance.FORWARD);
    }

    @Test
    void aRowThatIsNotThereIsMadeByNoChange() {
        assertThat(STAGE.outbox.moved("nobody", Delivery.READ, NOW)).isEqualTo(Advance.NO_SUCH_ROW);
        assertThat(STAGE.outbox.failed(new Ground.Unsent("nobody"), 1, NOW)).isFalse();
        assertThat(STAGE.outbox.find("nobody")).isEmpty();
    }

    private static Outgoing written(String id) {
        STAGE.put(id);
        return STAGE.outbox.find(id).orElseThrow();
    }

    private static Outgoing claimed(Outgoing read) {
        return STAGE.outbox.claim(read, LATER).orElseThrow().outgoing();
    }
}
