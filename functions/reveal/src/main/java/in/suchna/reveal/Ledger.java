package in.suchna.reveal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.disclosure.Disclosure;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Timeline;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import in.suchna.widget.call.Call;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Notes each step and each refusal on the tip's timeline and in the journal, whose signals have alarms. */
record Ledger(DynamoDbClient dynamo, Timeline timeline, Journal journal) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Writes a step together with its line on the timeline.
     *
     * @return whether it was done; not when the step before it isn't there any more
     */
    boolean step(String what, TransactWriteItem step, Disclosure of, Call call) {
        ObjectNode line = JSON.createObjectNode()
                .put("request", call.request())
                .put("reveal", of.id())
                .put("to", of.who())
                .put("why", of.cause().name() + ": " + of.authority());
        try {
            dynamo.transactWriteItems(
                    b -> b.transactItems(step, timeline.append(entry("reveal-" + what, of.reference(), call, line))));
        } catch (TransactionCanceledException _) {
            return false;
        }
        journal.count(
                Signal.REVEAL,
                Map.of("step", what, "reveal", of.id(), "tip", of.reference(), "request", call.request()));
        return true;
    }

    /** Notes that a step was refused. */
    void refused(String why, Reference reference, Call call) {
        refused(why, call);
        ObjectNode line = JSON.createObjectNode().put("request", call.request()).put("why", why);
        timeline.appendNow(entry("reveal-denied", reference, call, line));
    }

    /** Notes that a step was refused that names no tip there is. */
    void refused(String why, Call call) {
        journal.count(Signal.REVEAL_REFUSED, Map.of("why", why, "request", call.request()));
    }

    private static TimelineEntry entry(String what, Reference reference, Call call, ObjectNode line) {
        String id = TimelineEntry.idOf(call.now(), what + "." + call.request());
        return new TimelineEntry(reference, id, call.now(), what, line.toString());
    }
}
