package in.suchna.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.desk.call.Call;
import in.suchna.journal.Journal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Resource;

/** Warms the code before Lambda's snapshot is taken, by showing the queue to nobody. */
final class Priming implements Resource {
    private static final int ROUNDS = 3;

    private final Function<Call, String> widget;
    private final Journal journal;

    Priming(Function<Call, String> widget, Journal journal) {
        this.widget = widget;
        this.journal = journal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Call queue = new Call(new ObjectMapper().createObjectNode().put("view", "queue"), "", "priming", Instant.EPOCH);
        int length = 0;
        for (int i = 0; i < ROUNDS; i++) {
            length = widget.apply(queue).length();
        }
        journal.note("primed", Map.of("length", length));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
