package in.suchna.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.journal.Journal;
import in.suchna.widget.Widgets;
import in.suchna.widget.call.Call;
import java.time.Instant;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;

/** Warms the code before Lambda's snapshot is taken, by showing the queue to nobody. */
final class Priming implements Resource {
    private static final int ROUNDS = 3;

    private final Widgets widgets;
    private final Journal journal;

    Priming(Widgets widgets, Journal journal) {
        this.widgets = widgets;
        this.journal = journal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Call queue = new Call(new ObjectMapper().createObjectNode().put("view", "queue"), "", "priming", Instant.EPOCH);
        int length = 0;
        for (int i = 0; i < ROUNDS; i++) {
            length = widgets.html(queue).length();
        }
        journal.note("primed", Map.of("length", length));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
