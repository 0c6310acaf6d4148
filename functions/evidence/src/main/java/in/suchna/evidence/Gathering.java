package in.suchna.evidence;

import in.suchna.evidence.file.ViewingCopy;
import in.suchna.evidence.whatsapp.Mishap;
import in.suchna.evidence.whatsapp.Missed;
import in.suchna.evidence.whatsapp.Poured;
import in.suchna.evidence.whatsapp.Retry;
import in.suchna.evidence.whatsapp.Shelf;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.message.Attachment;
import in.suchna.store.Attachments;
import in.suchna.surroundings.Secrets;
import in.suchna.tip.Exhibit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;

/** Fetches one file and puts it into the bucket, or decides when it is tried again, or that nobody can get it. */
final class Gathering {

    /** How long WhatsApp keeps a file that a person sent. */
    static final Duration KEPT_BY_WHATSAPP = Duration.ofDays(7);

    /** Longer than the function may run, so that a file is fetched by one at a time. */
    static final Duration LEASE = Duration.ofMinutes(6);

    /** How often it is begun at most, whatever came of it; stops a file that kills who fetches it. */
    static final int MOST_ATTEMPTS = 1_000;

    private final Attachments attachments;
    private final Shelf shelf;
    private final Bucket bucket;
    private final Secrets secrets;
    private final String tokenName;
    private final Clock clock;
    private final RandomGenerator random;
    private final Journal journal;

    Gathering(
            Attachments attachments,
            Shelf shelf,
            Bucket bucket,
            Secrets secrets,
            String tokenName,
            Clock clock,
            RandomGenerator random,
            Journal journal) {
        this.attachments = attachments;
        this.shelf = shelf;
        this.bucket = bucket;
        this.secrets = secrets;
        this.tokenName = tokenName;
        this.clock = clock;
        this.random = random;
        this.journal = journal;
    }

    /**
     * One try.
     *
     * @return the attachment when it is now kept or lost; empty when it is to be tried again, or another is at it
     */
    Optional<Attachment> gather(Attachment waiting) {
        return attachments.claim(waiting, clock.instant().plus(LEASE)).flatMap(this::tried);
    }

    private Optional<Attachment> tried(Attachment claimed) {
        Exhibit exhibit;
        try {
            exhibit = fetched(claimed);
        } catch (Missed e) {
            return missed(claimed, e.mishap());
        } catch (SdkException e) {
            journal.trouble("bucket-refused", e, Map.of("message", claimed.id()));
            return missed(claimed, Mishap.BUCKET);
        }
        journal.count(Signal.EVIDENCE_KEPT, Map.of("message", claimed.id(), "bytes", exhibit.bytes()));
        return attachments.kept(claimed, exhibit, clock.instant());
    }

    private Exhibit fetched(Attachment claimed) throws Missed {
        try (Desk desk = Desk.clear()) {
            Poured poured = shelf.fetch(secrets.text(tokenName), claimed, desk.original());
            String object = bucket.keep(claimed.id(), desk.original(), poured);
            ViewingCopy copy = ViewingCopy.make(desk.original(), desk.copy());
            Optional<String> viewing = copy.made()
                    ? Optional.of(
                            bucket.show(claimed.id(), desk.copy(), copy.type().mime()))
                    : Optional.empty();
            return new Exhibit(object, viewing, poured.sha256(), copy.type().mime(), poured.bytes(), copy.position());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files can't be used", e);
        }
    }

    /** Two temporary files, gone at the end whatever happens. */
    private record Desk(Path original, Path copy) implements AutoCloseable {
        static Desk clear() throws IOException {
            return new Desk(Files.createTempFile("evidence", ".original"), Files.createTempFile("evidence", ".copy"));
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(original);
            Files.deleteIfExists(copy);
        }
    }

    private Optional<Attachment> missed(Attachment claimed, Mishap mishap) {
        boolean same = claimed.mishap().filter(mishap.name()::equals).isPresent();
        int times = same ? claimed.mishaps() + 1 : 1;
        journal.note("file-missed", Map.of("message", claimed.id(), "mishap", mishap.name(), "times", times));
        if (mishap.retry() == Retry.OPERATOR) {
            journal.count(Signal.OPERATOR_NEEDED, Map.of("mishap", mishap.name()));
        }
        Optional<Instant> next = claimed.attempts() >= MOST_ATTEMPTS
                ? Optional.empty()
                : mishap.retry().pause(times, random).map(clock.instant()::plus);
        if (next.isEmpty()) {
            return lost(claimed, mishap);
        }
        if (next.get().isAfter(claimed.sentAt().plus(KEPT_BY_WHATSAPP))) {
            return lost(claimed, Mishap.TOO_OLD);
        }
        attachments.again(claimed, mishap.name(), times, next.get());
        return Optional.empty();
    }

    private Optional<Attachment> lost(Attachment claimed, Mishap mishap) {
        journal.count(Signal.EVIDENCE_LOST, Map.of("message", claimed.id(), "mishap", mishap.name()));
        return attachments.lost(claimed, mishap.name(), clock.instant());
    }
}
