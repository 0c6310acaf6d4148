package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.outbox.Advance;
import in.suchna.outbox.Attempt;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.outbox.Trouble;
import in.suchna.store.Failures;
import in.suchna.store.Ground;
import in.suchna.store.Outbox;
import in.suchna.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

abstract class OutboxContract extends Contract {
    private static final Trouble THROTTLED = new Trouble(130_429, 2);
    private static final int PLENTY = 100;

    private final Outbox outbox;
    private final String id = ownName();
    private final Instant leaseEnd = now.plusSeconds(60);

    OutboxContract(Cloud cloud) {
        super(cloud);
        this.outbox = new Outbox(cloud.dynamo(), cloud.table("Outbox"), RETENTION);
    }

    private Outgoing outgoing() {
        return new Outgoing(
                id,
                Optional.of(Invented.reference().text()),
                Invented.sealed(),
                Invented.WORDS,
                Optional.of("{\"name\":\"tip_update\"}"),
                now.plusSeconds(86_400),
                Delivery.WAITING,
                0,
                now,
                now.plusSeconds(60));
    }

    private Outgoing put() {
        Outgoing outgoing = outgoing();
        transact(outbox.put(outgoing));
        return outgoing;
    }

    private Ground.Lease claimed() {
        return Ground.Lease.of(claim(put()).orElseThrow().outgoing());
    }

    private Optional<Attempt> claim(Outgoing read) {
        return outbox.claim(read, leaseEnd);
    }

    private Ground.Receipt refusedAt(Instant at) {
        return new Ground.Receipt(id, at);
    }

    private Delivery delivery() {
        return outbox.find(id).orElseThrow().delivery();
    }

    private boolean isDueBy(Instant moment) {
        return outbox.due(moment, PLENTY).stream()
                .anyMatch(row -> row.text("id").equals(id));
    }

    private boolean isEverDue() {
        return isDueBy(now.plusSeconds(80_000))
                || outbox.row(id).orElseThrow().optional("due").isPresent();
    }

    @Test
    void everyWordAndByteComesBack() {
        Outgoing full = put();
        Outgoing bare = new Outgoing(
                ownName(),
                Optional.empty(),
                Invented.sealed(),
                Invented.WORDS,
                Optional.empty(),
                now,
                Delivery.WAITING,
                0,
                now,
                now);
        transact(outbox.put(bare));

        assertThat(outbox.find(id)).contains(full);
        assertThat(outbox.find(bare.id())).contains(bare);
        assertThat(outbox.row(bare.id()).orElseThrow().item()).doesNotContainKeys("about", "template");
    }

    @Test
    void whatOneCauseSaysIsWrittenOnce() {
        Outgoing first = put();

        assertThat(refusals(outbox.put(outgoing()))).containsExactly(REFUSED);
        assertThat(outbox.find(id)).contains(first);
    }

    @Test
    void whatFailedForGoodIsCountedUntilItArrivesAllTheSameAndWhatWasDroppedNever() {
        Instant late = Instant.parse("2999-01-01T00:00:00Z");
        Failures failures = new Failures(cloud.dynamo(), cloud.table("Outbox"));
        Outgoing officers = new Outgoing(
                Outgoing.OFFICER + ownName(),
                Optional.empty(),
                Invented.sealed(),
                "{}",
                Optional.empty(),
                now,
                Delivery.WAITING,
                0,
                now,
                now);
        put();
        outbox.putNow(officers);
        assertThat(outbox.failed(new Ground.Unsent(id), 1, late)).isTrue();
        assertThat(outbox.failed(new Ground.Unsent(officers.id()), 1, late)).isTrue();
        assertThat(failures.since(false, late, 5)).isEqualTo(1);
        assertThat(failures.since(true, late, 5)).isEqualTo(1);
        assertThat(failures.since(true, late.plusSeconds(1), 5)).isZero();

        outbox.moved(id, Delivery.DELIVERED, late);
        assertThat(failures.since(false, late, 5)).isZero();
    }

    @Test
    void whatIsDroppedEndsAndIsNotCounted() {
        put();
        assertThat(outbox.dropped(new Ground.Unsent(id), 1, Instant.parse("2998-01-01T00:00:00Z")))
                .isTrue();
        assertThat(delivery()).isEqualTo(Delivery.FAILED);
        assertThat(isEverDue()).isFalse();
        assertThat(outbox.row(id).orElseThrow().item()).doesNotContainKey("failedFor");
    }

    @Test
    void aRowExpiresWhenItsTimeToLiveHasPassed() {
        put();

        assertThat(outbox.row(id).orElseThrow().number("expires")).isEqualTo(expiryOf(now));
    }

    @Test
    void aClaimIsExclusiveAndCountsTheAttempt() {
        Outgoing read = put();

        assertThat(claim(read)).hasValueSatisfying(attempt -> {
            assertThat(attempt.outgoing().delivery()).isEqualTo(Delivery.SENDING);
            assertThat(attempt.outgoing().attempts()).isEqualTo(1);
            assertThat(attempt.outgoing().dueAt()).isEqualTo(leaseEnd);
            assertThat(attempt.before()).isEqualTo(Trouble.NONE);
        });
        assertThat(claim(read)).isEmpty();
    }

    @Test
    void ofManyWhoClaimOneRowAtOnceOneGetsIt() throws Exception {
        Outgoing read = put();

        assertThat(race(() -> claim(read)).stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void aRowNobodyWroteIsNotClaimedAndNotMade() {
        assertThat(claim(outgoing())).isEmpty();
        assertThat(outbox.moved(id, Delivery.READ, now)).isEqualTo(Advance.NO_SUCH_ROW);
        assertThat(outbox.row(id)).isEmpty();
    }

    @Test
    void aClaimedRowIsDueAgainWhenItsLeaseEndsAndNotBefore() {
        claimed();

        assertThat(isDueBy(leaseEnd.minusMillis(1))).isFalse();
        assertThat(isDueBy(leaseEnd)).isTrue();
    }

    @Test
    void whoLostTheLeaseChangesNothing() {
        Ground.Lease lost = claimed();
        Ground.Lease held = Ground.Lease.of(
                claim(outbox.find(id).orElseThrow()).orElseThrow().outgoing());

        assertThat(outbox.sent(lost, "hash", now)).isFalse();
        assertThat(outbox.again(lost, now, THROTTLED)).isFalse();
        assertThat(outbox.unsure(lost, now, THROTTLED)).isFalse();
        assertThat(outbox.asTemplate(lost, now)).isFalse();
        assertThat(outbox.failed(lost, 1, now)).isFalse();
        assertThat(outbox.sent(held, "hash", now)).isTrue();
    }

    @Test
    void aSentRowIsNeverDueAndNeverClaimed() {
        Ground.Lease lease = claimed();

        assertThat(outbox.sent(lease, "hash", now)).isTrue();
        assertThat(isEverDue()).isFalse();
        assertThat(claim(outbox.find(id).orElseThrow())).isEmpty();
        assertThat(outbox.row(id).orElseThrow().text("sentAs")).isEqualTo("hash");
    }

    @Test
    void aRowPutBackIsDueAtItsTimeAndRemembersItsTrouble() {
        Instant later = now.plusSeconds(600);

        assertThat(outbox.again(claimed(), later, THROTTLED)).isTrue();
        assertThat(delivery()).isEqualTo(Delivery.WAITING);
        assertThat(isDueBy(later.minusMillis(1))).isFalse();
        assertThat(isDueBy(later)).isTrue();
        assertThat(claim(outbox.find(id).orElseThrow())).map(Attempt::before).contains(THROTTLED);
    }

    @Test
    void anUnsureRowKeepsItsLeaseUntilLater() {
        Ground.Lease lease = claimed();
        Instant later = now.plusSeconds(600);

        assertThat(outbox.unsure(lease, later, THROTTLED)).isTrue();
        assertThat(delivery()).isEqualTo(Delivery.SENDING);
        assertThat(isDueBy(leaseEnd)).isFalse();
        assertThat(isDueBy(later)).isTrue();
        assertThat(outbox.sent(lease, "hash", now)).isTrue();
    }

    @Test
    void aRowBecomesATemplateOnce() {
        assertThat(outbox.asTemplate(claimed(), now)).isTrue();
        assertThat(outbox.find(id).orElseThrow().windowUntil()).isEqualTo(Instant.EPOCH);
        Ground.Lease next = Ground.Lease.of(
                claim(outbox.find(id).orElseThrow()).orElseThrow().outgoing());

        assertThat(outbox.asTemplate(next, now)).isFalse();
    }

    @Test
    void aFailedRowIsNeverDueAndNeverClaimed() {
        assertThat(outbox.failed(claimed(), 131_026, now)).isTrue();
        assertThat(isEverDue()).isFalse();
        assertThat(claim(outbox.find(id).orElseThrow())).isEmpty();
        assertThat(outbox.row(id).orElseThrow().number("errorCode")).isEqualTo(131_026);
    }

    @Test
    void anUnsentRowFailsWithoutALeaseAndASentOneDoesNot() {
        put();
        assertThat(outbox.failed(new Ground.Unsent(id), -1, now)).isTrue();

        standingAt(Delivery.SENT);
        assertThat(outbox.failed(new Ground.Unsent(id), -1, now)).isFalse();
    }

    @Test
    void aReceiptOfARefusalToldTwiceChangesNothingTheSecondTime() {
        outbox.sent(claimed(), "hash", now);
        Ground.Receipt refusal = refusedAt(now.plusSeconds(5));

        assertThat(outbox.again(refusal, now, THROTTLED)).isTrue();
        assertThat(outbox.again(refusal, now, THROTTLED)).isFalse();
        claim(outbox.find(id).orElseThrow());
        assertThat(outbox.again(refusal, now, THROTTLED)).isFalse();
        assertThat(outbox.failed(refusedAt(now.plusSeconds(4)), 1, now)).isFalse();
        assertThat(outbox.failed(refusedAt(now.plusSeconds(6)), 1, now)).isTrue();
    }

    @Test
    void aLateSentOfARefusedAttemptChangesNothingButItsDeliveryDoes() {
        outbox.sent(claimed(), "hash", now);
        outbox.again(refusedAt(now.plusSeconds(5)), now, THROTTLED);

        assertThat(outbox.moved(id, Delivery.SENT, now.plusSeconds(4))).isEqualTo(Advance.NOTHING_NEW);
        assertThat(delivery()).isEqualTo(Delivery.WAITING);
        assertThat(outbox.moved(id, Delivery.DELIVERED, now.plusSeconds(4))).isEqualTo(Advance.FORWARD);
    }

    private void standingAt(Delivery delivery) {
        if (outbox.row(id).isEmpty()) {
            put();
        }
        cloud.dynamo()
                .updateItem(u -> u.tableName(cloud.table("Outbox"))
                        .key(key("id", id))
                        .updateExpression("SET #status = :status")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(":status", AttributeValue.fromS(delivery.label()))));
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptOnlyEverMovesARowForward(Delivery from) {
        for (Delivery to : List.of(Delivery.SENT, Delivery.DELIVERED, Delivery.READ)) {
            standingAt(from);
            // who has it on the phone has it, whatever failed before
            boolean forward = from == Delivery.FAILED ? to != Delivery.SENT : from.compareTo(to) < 0;

            assertThat(outbox.moved(id, to, now))
                    .as("%s to %s", from, to)
                    .isEqualTo(forward ? Advance.FORWARD : Advance.NOTHING_NEW);
            assertThat(delivery()).isEqualTo(forward ? to : from);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SENT,DELIVERED,READ",
        "SENT,READ,DELIVERED",
        "DELIVERED,SENT,READ",
        "DELIVERED,READ,SENT",
        "READ,SENT,DELIVERED",
        "READ,DELIVERED,SENT"
    })
    void inWhateverOrderReceiptsComeTheHighestStandsAndNothingIsDue(Delivery first, Delivery second, Delivery third) {
        claimed();
        Delivery highest = Delivery.SENDING;
        for (Delivery next : List.of(first, second, third)) {
            outbox.moved(id, next, now);
            highest = next.compareTo(highest) > 0 ? next : highest;
            assertThat(delivery()).isEqualTo(highest);
            assertThat(isEverDue()).isFalse();
        }
    }

    @Test
    void whatIsDueComesOldestFirstInEachShardAndNoMoreThanAsked() {
        for (int second : List.of(5, 3, 9, 1, 7, 2, 8, 4, 6, 0, 15, 13, 19, 11, 17, 12, 18, 14, 16, 10)) {
            Outgoing template = outgoing();
            transact(outbox.put(new Outgoing(
                    ownName(),
                    template.about(),
                    template.address(),
                    "{}",
                    template.template(),
                    now,
                    Delivery.WAITING,
                    0,
                    now,
                    now.plusSeconds(second))));
        }
        List<Row> all = outbox.due(now.plusSeconds(18), PLENTY);

        assertThat(all).hasSize(19);
        Dues.assertOldestFirstInEachShard(all);
        assertThat(outbox.due(now.plusSeconds(18), 1)).containsExactlyElementsOf(Dues.firstOfEachShard(all));
    }
}
