package in.suchna.intake;

import in.suchna.citizen.CitizenId;
import in.suchna.message.KeptMessage;
import in.suchna.store.Officers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** Knows which messages are officers'. It reads who they are once in {@link #KEPT}, so that a message waits for no read. */
final class Muster {
    static final Duration KEPT = Duration.ofMinutes(1);

    private record Known(Map<CitizenId, String> officers, Instant readAt) {}

    private final Officers officers;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    Muster(Officers officers) {
        this.officers = officers;
    }

    /** The roster id of the officer who wrote a message; empty for a citizen. */
    Optional<String> officerOf(KeptMessage message, Instant now) {
        Map<CitizenId, String> all = at(now);
        return all.isEmpty()
                ? Optional.empty()
                : Stream.concat(message.citizen().stream(), message.aliases().stream())
                        .flatMap(id -> Optional.ofNullable(all.get(id)).stream())
                        .findFirst();
    }

    private Map<CitizenId, String> at(Instant now) {
        Known read = known;
        if (read.readAt().plus(KEPT).isBefore(now)) {
            try {
                read = new Known(officers.all(), now);
            } catch (SdkException e) {
                if (read.readAt().equals(Instant.MIN)) {
                    throw e;
                }
                // who was an officer a minute ago is one still; a citizen's message does not wait for the table
                read = new Known(read.officers(), now);
            }
            known = read;
        }
        return read.officers();
    }
}
