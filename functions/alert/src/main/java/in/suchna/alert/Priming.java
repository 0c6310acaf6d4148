package in.suchna.alert;

import in.suchna.journal.Journal;
import in.suchna.store.Climbs;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.crac.Context;
import org.crac.Resource;

/** Warms the code before Lambda's snapshot is taken. It reads nothing that is anyone's, and sends nothing. */
final class Priming implements Resource {
    private static final int ROUNDS = 200;

    private final Climbs climbs;
    private final CallOut callOut;
    private final SmsText text;
    private final Linking linking;
    private final PublicSeal seal;
    private final Journal journal;

    Priming(Climbs climbs, CallOut callOut, SmsText text, Linking linking, PublicSeal seal, Journal journal) {
        this.climbs = climbs;
        this.callOut = callOut;
        this.text = text;
        this.linking = linking;
        this.seal = seal;
        this.journal = journal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Reference none = Reference.draw(new Random(0));
        for (int i = 0; i < ROUNDS; i++) {
            text.of(Priority.HIGH, none, Optional.empty(), 0, none.text());
        }
        try {
            // public, so it may lie in a snapshot
            seal.prime();
            // real reads load the client, its marshalling and TLS
            int due = climbs.due(Instant.EPOCH, 1).size();
            journal.note("primed", Map.of("due", due, "controlRoom", callOut.controlRoomOnCall()));
        } catch (RuntimeException e) {
            journal.trouble("priming-failed", e, Map.of());
        }
        linking.forget();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        linking.forget();
    }
}
