package in.suchna.evidence;

import in.suchna.evidence.file.ViewingCopy;
import in.suchna.journal.Journal;
import in.suchna.message.MessageId;
import in.suchna.store.Attachments;
import in.suchna.surroundings.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;

/** Warms the code before Lambda's snapshot is taken, and leaves no secret in it. */
final class Priming implements Resource {
    private static final int ROUNDS = 50;
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Attachments attachments;
    private final Secrets secrets;
    private final Journal journal;

    Priming(Attachments attachments, Secrets secrets, Journal journal) {
        this.attachments = attachments;
        this.secrets = secrets;
        this.journal = journal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        Path original = Files.createTempFile("priming", ".original");
        Path copy = Files.createTempFile("priming", ".copy");
        try {
            Files.write(original, PICTURE);
            for (int i = 0; i < ROUNDS; i++) {
                ViewingCopy.make(original, copy);
            }
            // a real read loads the client, its marshalling and TLS
            if (attachments.find(new MessageId("none")).isPresent()) {
                journal.note("priming-met-a-row", Map.of());
            }
        } catch (RuntimeException e) {
            journal.trouble("priming-failed", e, Map.of());
        } finally {
            Files.deleteIfExists(original);
            Files.deleteIfExists(copy);
        }
        secrets.forget();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        secrets.forget();
    }
}
