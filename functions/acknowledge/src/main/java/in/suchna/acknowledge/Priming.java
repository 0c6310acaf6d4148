package in.suchna.acknowledge;

import in.suchna.duty.Links;
import in.suchna.journal.Journal;
import in.suchna.store.Climbs;
import in.suchna.surroundings.Secrets;
import in.suchna.tip.Reference;
import java.util.Map;
import java.util.Random;
import org.crac.Context;
import org.crac.Resource;

/** Warms the code before Lambda's snapshot is taken. It reads nothing that is anyone's. */
final class Priming implements Resource {
    private static final int ROUNDS = 200;

    private final Climbs climbs;
    private final Page page;
    private final Secrets secrets;
    private final Journal journal;

    Priming(Climbs climbs, Page page, Secrets secrets, Journal journal) {
        this.climbs = climbs;
        this.page = page;
        this.secrets = secrets;
        this.journal = journal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Reference none = Reference.draw(new Random(0));
        int length = 0;
        for (int i = 0; i < ROUNDS; i++) {
            length += page.forGateway(new Outcome.Unknown()).toString().length();
            length += Links.referenceIn("0".repeat(Links.LENGTH)).hashCode() & 1;
        }
        try {
            // a real read loads the client, its marshalling and TLS
            journal.note(
                    "primed",
                    Map.of("letters", length, "climbs", climbs.of(none).size()));
        } catch (RuntimeException e) {
            journal.trouble("priming-failed", e, Map.of());
        }
        secrets.forget();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        secrets.forget();
    }
}
