package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.suchna.store.Retention;
import in.suchna.store.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What every contract has: a cloud, a day of its own, names nobody else uses, and transactions and races. */
abstract class Contract {
    static final Retention RETENTION = Retention.ofDays(400);
    static final String REFUSED = "ConditionalCheckFailed";
    static final String NO_OBJECTION = "None";

    private static final int RUNNERS = 8;

    final Cloud cloud;
    final Instant now;

    Contract(Cloud cloud) {
        this.cloud = cloud;
        this.now = cloud.earlierDay();
    }

    /** A name nobody else uses, so that tests may share tables. */
    static String ownName() {
        return UUID.randomUUID().toString();
    }

    void transact(TransactWriteItem... items) {
        cloud.dynamo().transactWriteItems(t -> t.transactItems(items));
    }

    /** Why each item of a transaction that must fail was refused. */
    List<String> refusals(TransactWriteItem... items) {
        List<String> reasons = new ArrayList<>();
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> transact(items))
                .satisfies(e -> e.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .forEach(reasons::add));
        return reasons;
    }

    /** Whether a transaction came through. */
    boolean succeeds(TransactWriteItem... items) {
        try {
            transact(items);
            return true;
        } catch (TransactionCanceledException _) {
            return false;
        }
    }

    /** What each of several answers who do one thing at the same moment. */
    static <T> List<T> race(Callable<T> step) throws Exception {
        CyclicBarrier start = new CyclicBarrier(RUNNERS);
        List<Future<T>> answers = new ArrayList<>();
        List<T> all = new ArrayList<>();
        try (ExecutorService runners = Executors.newFixedThreadPool(RUNNERS)) {
            for (int i = 0; i < RUNNERS; i++) {
                answers.add(runners.submit(() -> {
                    start.await();
                    return step.call();
                }));
            }
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
        }
        return all;
    }

    /** A row as it lies in the table. */
    Row row(String logicalId, Map<String, AttributeValue> key) {
        return new Row(cloud.dynamo()
                .getItem(g -> g.tableName(cloud.table(logicalId)).key(key).consistentRead(true))
                .item());
    }

    static Map<String, AttributeValue> key(String name, String value) {
        return Map.of(name, AttributeValue.fromS(value));
    }

    /** When a row written at a moment has to expire, in the seconds that the table's TTL counts. */
    static long expiryOf(Instant written) {
        return written.plus(RETENTION.keep()).getEpochSecond();
    }
}
