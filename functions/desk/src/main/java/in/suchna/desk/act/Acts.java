package in.suchna.desk.act;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import in.suchna.widget.call.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Does what an admin asks for, on the version of the tip they saw. Whoever is second is told so and changes nothing. Each
 * deed stands on the timeline with its request's id, by which CloudTrail names the person.
 */
public final class Acts {
    /** The parameter that names the deed. */
    public static final String DO = "do";

    /** The parameter with the version of the tip that was seen. */
    public static final String VERSION = "version";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamo;
    private final Tips tips;
    private final Timeline timeline;
    private final Casework casework;
    private final Correspondence correspondence;
    private final Journal journal;

    public Acts(
            DynamoDbClient dynamo,
            Tips tips,
            Timeline timeline,
            Casework casework,
            Correspondence correspondence,
            Journal journal) {
        this.dynamo = dynamo;
        this.tips = tips;
        this.timeline = timeline;
        this.casework = casework;
        this.correspondence = correspondence;
        this.journal = journal;
    }

    /** Does what the call asks for with a tip; empty when it asks for nothing. */
    public Optional<Outcome> act(Call call, Tip tip) {
        return call.param(DO)
                .map(word -> Deed.ofLabel(word)
                        .map(deed -> act(deed, call, tip))
                        .orElseGet(() -> Outcome.refused("unknown")));
    }

    private Outcome act(Deed deed, Call call, Tip tip) {
        if (!call.param(VERSION).equals(Optional.of(Long.toString(tip.version())))) {
            return Outcome.refused("changed");
        }
        try {
            ObjectNode line = JSON.createObjectNode().put("request", call.request());
            Change change = change(deed, call, tip, line);
            dynamo.transactWriteItems(b -> b.transactItems(writes(deed, call, change)));
            casework.afterwards(deed, tip, change.after(), call.now());
            journal.note("desk-did", Map.of("deed", deed.label(), "tip", tip.reference(), "request", call.request()));
            return Outcome.done(deed.label());
        } catch (Refused e) {
            return e.outcome();
        } catch (TransactionCanceledException _) {
            // by a version that is no more, or by another writer at the same moment
            return Outcome.refused("changed");
        }
    }

    private Change change(Deed deed, Call call, Tip tip, ObjectNode line) {
        return switch (deed) {
            case READ -> casework.read(call, tip, line);
            case ASSIGN -> casework.assign(call, tip, line);
            case PRIORITY -> casework.prioritise(call, tip, line);
            case ACKNOWLEDGE -> casework.acknowledge(call, tip, line);
            case CLOSE -> casework.close(call, tip, line);
            case REOPEN -> casework.reopen(call, tip, line);
            case ASK, TELL -> correspondence.write(deed, call, tip, line);
            case MUTE, UNMUTE -> correspondence.mute(deed == Deed.MUTE, tip, line);
        };
    }

    private List<TransactWriteItem> writes(Deed deed, Call call, Change change) {
        List<TransactWriteItem> writes = new ArrayList<>(change.more());
        writes.add(tips.put(change.after()));
        writes.add(timeline.append(new TimelineEntry(
                change.after().reference(),
                TimelineEntry.idOf(call.now(), "desk." + call.request()),
                call.now(),
                "desk-" + deed.label(),
                change.line().toString())));
        return writes;
    }
}
