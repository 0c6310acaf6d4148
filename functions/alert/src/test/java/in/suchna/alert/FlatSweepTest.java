package in.suchna.alert;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What a sweep costs does not hang on how many tips there were: {@code -DargLine=-Dsweep.tips=100000} for the largest. */
class FlatSweepTest {
    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("sweep.tips", 2_000);

    private final Random draw = new Random(4);
    private final Set<Reference> used = new HashSet<>();
    private final DoubleAdder units = new DoubleAdder();

    @Test
    void aSweepCostsTheSameHoweverManyTipsWereClosed() {
        try (Night night = new Night()) {
            night.begin();
            // each query asked again on the spot, for what it costs
            night.aws.calls().onSuccess(call -> {
                if (call.request() instanceof QueryRequest query) {
                    units.add(night.aws
                            .dynamo()
                            .query(query.toBuilder()
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                    .build())
                            .consumedCapacity()
                            .capacityUnits());
                }
            });
            // so that the officer's pace has a row to be read
            sweep(night);
            close(night, FEW);
            Cost atFew = sweep(night);
            close(night, MANY - FEW);
            Cost atMany = sweep(night);

            assertThat(atMany).isEqualTo(atFew);
            assertThat(atFew.readUnits()).isPositive();
            assertThat(atFew.calls()).doesNotContainKey("dynamodb:Scan").containsKey("dynamodb:Query");
            System.out.println("sweep: %s at %d and at %d closed tips".formatted(atMany, FEW, MANY));
        }
    }

    private record Cost(Map<String, Long> calls, double readUnits) {}

    /** A sweep that has one rung to tell. */
    private Cost sweep(Night night) {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.clock.move(Duration.ofMinutes(10));
        units.reset();
        night.aws.calls().reset();
        night.sweep();
        Cost cost = new Cost(night.aws.calls().of("Alert"), units.sum());
        night.tell(night.alerting(), tip, night.changed(tip, Priority.HIGH, 0, Status.CLOSED));
        return cost;
    }

    private void close(Night night, int tips) {
        List<WriteRequest> batch = new ArrayList<>();
        for (int i = 0; i < tips; i++) {
            Reference reference = Reference.draw(draw);
            if (used.add(reference)) {
                batch.add(row(reference, "climb#0", "closed"));
                batch.add(row(reference, "0#0#kurud-si-1", "sent"));
            }
            if (batch.size() >= 24 || i == tips - 1) {
                night.aws.dynamo().batchWriteItem(b -> b.requestItems(Map.of(night.aws.table("Alerts"), batch)));
                batch.clear();
            }
        }
    }

    private static WriteRequest row(Reference reference, String key, String state) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder()
                        .item(Map.of(
                                "tip", AttributeValue.fromS(reference.text()),
                                "alert", AttributeValue.fromS(key),
                                "state", AttributeValue.fromS(state)))
                        .build())
                .build();
    }
}
