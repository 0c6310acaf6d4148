package in.suchna.local.stream;

import in.suchna.journal.Journal;
import in.suchna.local.function.Callee;
import in.suchna.local.function.FunctionFailed;
import in.suchna.localaws.template.Event.StreamMapping;
import in.suchna.surroundings.Pause;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands batches to a function until they succeed or are given up, by the mapping's rules: partial failures, halving,
 * attempts, age, a pointer to the queue for what is given up.
 */
public final class Delivery {
    private final StreamMapping mapping;
    private final Callee function;
    private final Optional<FailedQueue> failed;
    private final Clock clock;
    private final Pause pause;
    private final Journal journal;
    private final Consumer<Batch> handed;

    /** @param clock the time the stream's records are stamped by */
    public Delivery(
            StreamMapping mapping,
            Callee function,
            Optional<FailedQueue> failed,
            Clock clock,
            Pause pause,
            Journal journal) {
        this(mapping, function, failed, clock, pause, journal, _ -> {});
    }

    /**
     * With somebody who is told of each call.
     *
     * @param handed told of each batch before the function gets it
     */
    Delivery(
            StreamMapping mapping,
            Callee function,
            Optional<FailedQueue> failed,
            Clock clock,
            Pause pause,
            Journal journal,
            Consumer<Batch> handed) {
        this.mapping = mapping;
        this.function = function;
        this.failed = failed;
        this.clock = clock;
        this.pause = pause;
        this.journal = journal;
        this.handed = handed;
    }

    /** Returns when every record succeeded or was given up. */
    public void deliver(Batch batch) throws InterruptedException {
        deliver(batch, 0);
    }

    private void deliver(Batch batch, int failures) throws InterruptedException {
        if (isTooOld(batch)) {
            giveUp(batch, "RecordAgeExceeded", failures);
            return;
        }
        Optional<Integer> first = firstFailure(batch);
        if (first.isEmpty()) {
            split(batch, batch.size() / 2, failures + 1);
        } else if (first.get() < batch.size()) {
            // the count begins anew when some of the batch got through
            split(batch.from(first.get()), 1, first.get() == 0 ? failures + 1 : 1);
        }
    }

    private void split(Batch batch, int where, int failures) throws InterruptedException {
        if (!mapping.bisects() || batch.size() == 1) {
            again(batch, failures);
            return;
        }
        again(batch.until(where), failures);
        deliver(batch.from(where), failures - 1);
    }

    private void again(Batch batch, int failures) throws InterruptedException {
        if (mapping.retries() >= 0 && failures > mapping.retries()) {
            giveUp(batch, "RetryAttemptsExhausted", failures);
            return;
        }
        pause.last(Backoff.after(failures));
        deliver(batch, failures);
    }

    /** Where the batch failed; empty when all of it did. */
    private Optional<Integer> firstFailure(Batch batch) throws InterruptedException {
        try {
            handed.accept(batch);
            byte[] answer = function.call(batch.event());
            return Optional.of(mapping.reportsFailures() ? batch.firstFailure(answer) : batch.size());
        } catch (FunctionFailed e) {
            journal.trouble("batch-failed", e, Map.of("mapping", mapping.name(), "records", batch.size()));
            return Optional.empty();
        }
    }

    private boolean isTooOld(Batch batch) {
        Instant oldest = batch.changes().getFirst().at();
        return mapping.longestAge()
                .map(age -> oldest.plus(age).isBefore(clock.instant()))
                .orElse(false);
    }

    private void giveUp(Batch batch, String condition, int failures) {
        journal.note(
                "records-given-up", Map.of("mapping", mapping.name(), "records", batch.size(), "condition", condition));
        failed.ifPresent(queue -> queue.send(batch, condition, failures, clock.instant()));
    }
}
