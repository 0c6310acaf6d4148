package in.suchna.reply;

import in.suchna.journal.Journal;
import in.suchna.seal.Address;
import in.suchna.store.Outbox;
import in.suchna.surroundings.Secrets;
import java.util.Map;
import java.util.Optional;
import org.crac.Context;
import org.crac.Resource;

/** Warms the code before Lambda's snapshot is taken, and leaves no secret in it. */
final class Priming implements Resource {
    private static final int ROUNDS = 200;

    private final Outbox outbox;
    private final Secrets secrets;
    private final Journal journal;

    Priming(Outbox outbox, Secrets secrets, Journal journal) {
        this.outbox = outbox;
        this.secrets = secrets;
        this.journal = journal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Address nobody = new Address(Optional.of("00000"), Optional.empty(), Optional.of("none"));
        for (int i = 0; i < ROUNDS; i++) {
            Letter.to(nobody, "{\"type\":\"text\",\"text\":{\"body\":\"-\"}}", "none")
                    .bytes();
        }
        try {
            // a real read loads the client, its marshalling and TLS; a KMS call would stand in the seal's audit trail
            if (outbox.row("none").isPresent()) {
                journal.note("priming-met-a-row", Map.of());
            }
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
