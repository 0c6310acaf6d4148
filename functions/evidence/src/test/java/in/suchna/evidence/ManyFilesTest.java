package in.suchna.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.evidence.FakeShelf.Fault;
import in.suchna.evidence.whatsapp.Shelf;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Refusals;
import in.suchna.message.MessageId;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Many files with faults at each step, from a seed: each is kept with the right hash, or told as lost to both sides. 300 of
 * them, or as many as {@code -Dfiles=1000} says.
 */
class ManyFilesTest {
    private static final int FILES = Integer.getInteger("files", 300);
    private static final int BATCH = 5;
    private static final int STALLING = 4;
    private static final Duration LONGER_THAN_WHATSAPP_KEEPS_A_FILE = Duration.ofDays(8);

    private final Random random = new Random(20261124);

    private record Sent(MessageId message, String file, Reference tip) {}

    @Test
    void everyFileIsKeptWithTheRightHashOrToldAsLostToTheCitizenAndTheDesk() throws Exception {
        try (Room room = new Room(new Shelf.Deadlines(Duration.ofMillis(900), Duration.ofMillis(900)))) {
            List<Sent> all =
                    IntStream.range(0, FILES).mapToObj(i -> send(room, i)).toList();
            room.aws.calls().failBy(new Troubles());

            for (int at = 0; at < FILES; at += BATCH) {
                tellUntilTaken(room, all.subList(at, at + BATCH));
            }
            Instant end = room.clock.instant().plus(LONGER_THAN_WHATSAPP_KEEPS_A_FILE);
            while (room.clock.instant().isBefore(end)) {
                sweep(room);
            }
            room.aws.calls().failBy(in.suchna.localaws.policy.Fault.NONE);
            room.sweepAfter(Duration.ofHours(1));

            int kept = 0;
            for (Sent sent : all) {
                kept += isKept(room, sent) ? 1 : 0;
            }
            assertThat(kept).isBetween(FILES * 8 / 10, FILES * 95 / 100);
            assertThat(room.attachments.due(room.clock.instant().plus(Duration.ofDays(400)), FILES))
                    .isEmpty();
            assertThat(room.said()).hasSize(FILES - kept);
        }
    }

    private Sent send(Room room, int i) {
        byte[] bytes = new byte[100 + random.nextInt(3_000)];
        random.nextBytes(bytes);
        String file = room.shelf.put(i % 3 == 0 ? Pictures.jpeg() : bytes);
        MessageId message = random.nextInt(4) == 0
                ? room.keep(
                        "image",
                        file,
                        java.util.Optional.of(room.shelf.sha256(file)),
                        java.util.Optional.of(room.shelf.urlOf(file)))
                : room.keep("image", file);
        Reference tip = room.take(message);
        room.shelf.whenDescribed(file, faults(this::describing));
        room.shelf.whenDownloaded(file, i < STALLING ? new Fault[] {new Fault.Stall()} : faults(this::downloading));
        if (random.nextInt(20) == 0) {
            room.shelf.forget(file);
        } else if (random.nextInt(20) == 0) {
            room.shelf.whenDownloaded(
                    file,
                    IntStream.range(0, 40).mapToObj(_ -> new Fault.Other()).toArray(Fault[]::new));
        }
        return new Sent(message, file, tip);
    }

    private Fault[] faults(java.util.function.Supplier<Fault> any) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> any.get()).toArray(Fault[]::new);
    }

    private Fault describing() {
        return switch (random.nextInt(7)) {
            case 0 -> new Fault.Say(500, "");
            case 1 -> new Fault.Say(400, "{\"error\":{\"code\":4}}");
            case 2 -> new Fault.Say(401, "{\"error\":{\"code\":190}}");
            case 3 -> new Fault.HangUp();
            case 4 -> new Fault.Stale();
            case 5 -> new Fault.Stranger("http://169.254.169.254/latest/meta-data");
            default -> new Fault.Say(200, "no JSON");
        };
    }

    private Fault downloading() {
        return switch (random.nextInt(7)) {
            case 0 -> new Fault.Say(404, "");
            case 1 -> new Fault.Say(503, "");
            case 2 -> new Fault.Say(429, "");
            case 3 -> new Fault.Half();
            case 4 -> new Fault.Other();
            case 5 -> new Fault.Redirect("https://files.invalid/x");
            default -> new Fault.HangUp();
        };
    }

    /** Of the function's own calls to AWS one in forty fails: refused, or done and the answer lost. */
    private final class Troubles implements in.suchna.localaws.policy.Fault {
        @Override
        public void before(Call call) {
            if (random.nextInt(80) == 0) {
                throw Refusals.throttled(call);
            }
        }

        @Override
        public void after(Call call) {
            if (random.nextInt(80) == 0) {
                throw in.suchna.localaws.policy.Fault.timeout();
            }
        }
    }

    /** As a schedule does: a sweep that fails is not told again, the next one finds what it left. */
    private static void sweep(Room room) {
        try {
            room.sweepAfter(Duration.ofHours(6));
        } catch (SdkException _) {
            // one of the faults met the question for what is due
        }
    }

    /** As Lambda does: what failed is told again. */
    private static void tellUntilTaken(Room room, List<Sent> batch) {
        List<Sent> left = batch;
        while (!left.isEmpty()) {
            JsonNode failures = room.tell(left.stream().map(Sent::message).toArray(MessageId[]::new))
                    .path("batchItemFailures");
            List<Sent> again = new ArrayList<>();
            for (JsonNode failure : failures) {
                again.add(left.get(failure.path("itemIdentifier").asInt() - 100));
            }
            left = again;
        }
    }

    private static boolean isKept(Room room, Sent sent) throws Exception {
        List<TimelineEntry> entries = room.timelineOf(sent.tip());
        assertThat(entries).as("timeline of %s", sent).hasSize(1);
        TimelineEntry entry = entries.getFirst();
        if (entry.what().equals(TimelineEntry.EVIDENCE_LOST)) {
            assertThat(room.row("Outbox", new MessageId(sent.message().text() + ".file"))
                            .text("payload"))
                    .contains(sent.tip().text());
            return false;
        }
        var exhibit = entry.exhibit().orElseThrow();
        byte[] stored = room.object(exhibit.object());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored)))
                .isEqualTo(exhibit.sha256())
                .isEqualTo(room.shelf.sha256(sent.file()));
        return true;
    }
}
