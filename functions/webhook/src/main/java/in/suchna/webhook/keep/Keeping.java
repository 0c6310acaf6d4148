package in.suchna.webhook.keep;

import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.seal.Envelopes;
import in.suchna.seal.Pepper;
import in.suchna.seal.Sealer;
import in.suchna.store.Messages;
import in.suchna.store.Receipts;
import in.suchna.webhook.body.AccountFields;
import in.suchna.webhook.body.Heard;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Keeps all things of a body, each by one conditional write, or fails as a whole so that WhatsApp sends the body again. */
public final class Keeping {
    private static final int AT_ONCE = 32;
    private static final String REFUSED = "ValidationException";

    private final Messages messages;
    private final Receipts receipts;
    private final Envelopes envelopes;
    private final Clock clock;
    private final Journal journal;

    public Keeping(Messages messages, Receipts receipts, Sealer sealer, Clock clock, Journal journal) {
        this.messages = messages;
        this.receipts = receipts;
        this.envelopes = new Envelopes(sealer);
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Keeps what is not yet kept.
     *
     * @throws RuntimeException the first failed write's, once no other is under way; what was written stays, and the
     *     redelivery finds it there
     */
    public void keep(List<Heard> heard, Pepper pepper) {
        Rows rows = new Rows(pepper, envelopes, clock.instant());
        int fresh = heard.size() == 1 ? keepOne(heard.getFirst(), rows) : keepAll(heard, rows);
        long unreadable = heard.stream()
                .filter(h -> h instanceof Heard.Unreadable || h instanceof Heard.Broken)
                .count();
        long trouble = heard.stream().filter(Keeping::isTrouble).count();
        journal.count(Signal.KEPT, fresh, Map.of("heard", heard.size()));
        if (unreadable > 0) {
            journal.count(Signal.UNREADABLE, unreadable, Map.of());
        }
        if (trouble > 0) {
            journal.count(Signal.ACCOUNT_TROUBLE, trouble, Map.of());
        }
    }

    private static boolean isTrouble(Heard heard) {
        return heard instanceof Heard.Change change
                && AccountFields.holds(change.field())
                && AccountFields.isTrouble(change.change().path("value"));
    }

    private int keepOne(Heard thing, Rows rows) {
        return keep(thing, rows) ? 1 : 0;
    }

    private int keepAll(List<Heard> heard, Rows rows) {
        AtomicInteger fresh = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        try (ExecutorService writers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> writes = heard.stream()
                    .map(thing -> writers.submit(write(thing, rows, fresh, failed)))
                    .toList();
            writes.forEach(Keeping::await);
        }
        return fresh.get();
    }

    /** After one failure the rest is not tried: the whole body comes again, and the answer must not be late. */
    private Callable<Boolean> write(Heard thing, Rows rows, AtomicInteger fresh, AtomicBoolean failed) {
        return () -> {
            if (failed.get()) {
                return false;
            }
            boolean done = false;
            try {
                if (keep(thing, rows)) {
                    fresh.incrementAndGet();
                }
                done = true;
            } finally {
                failed.compareAndSet(false, !done);
            }
            return true;
        };
    }

    private static void await(Future<Boolean> write) {
        try {
            if (!write.get()) {
                throw new CancellationException("Not written, because another write of the body failed");
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while writing");
        }
    }

    private boolean keep(Heard thing, Rows rows) {
        try {
            return write(rows.of(thing));
        } catch (DynamoDbException e) {
            if (e.awsErrorDetails() == null
                    || !REFUSED.equals(e.awsErrorDetails().errorCode())) {
                throw e;
            }
            return keepAsItCame(thing, rows, e);
        }
    }

    /** DynamoDB will refuse this row at every redelivery, and with it all others of its body; so it is kept sealed only. */
    private boolean keepAsItCame(Heard thing, Rows rows, RuntimeException cause) {
        journal.trouble("row-refused", cause, Map.of());
        journal.count(Signal.UNREADABLE, Map.of());
        return write(rows.unreadable(thing));
    }

    private boolean write(Kept kept) {
        return switch (kept) {
            case Kept.Receipts(var receipt) -> receipts.keep(receipt);
            case Kept.Message(var parts, var row) -> {
                parts.forEach(messages::keep);
                yield messages.keep(row);
            }
        };
    }
}
