package in.suchna.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.evidence.FakeShelf.Fault;
import in.suchna.message.Custody;
import in.suchna.message.MessageId;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceTest {
    private static final byte[] WORDS = "what was seen".getBytes(StandardCharsets.UTF_8);
    private static final Fault GRAPH_DOWN = new Fault.Say(500, "{\"error\":{\"code\":131016}}");

    private final Room room = new Room();

    @AfterAll
    void close() {
        room.close();
    }

    private Custody custodyOf(MessageId id) {
        return room.attachments.find(id).orElseThrow().custody();
    }

    @Test
    void aFileIsKeptAsItCameAndItsHashStandsOnTheTipsTimeline() {
        String file = room.shelf.put(Pictures.jpeg());
        MessageId message = room.keep("image", file);
        Reference tip = room.take(message);

        room.tell(message);

        assertThat(room.timelineOf(tip)).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo(TimelineEntry.EVIDENCE);
            var exhibit = entry.exhibit().orElseThrow();
            assertThat(exhibit.sha256()).isEqualTo(room.shelf.sha256(file));
            assertThat(exhibit.mime()).isEqualTo("image/jpeg");
            assertThat(exhibit.bytes()).isEqualTo(Pictures.jpeg().length);
            assertThat(exhibit.position()).contains("20.70710,81.54970");
            assertThat(room.object(exhibit.object())).isEqualTo(Pictures.jpeg());
            assertThat(room.object(exhibit.viewing().orElseThrow()))
                    .isNotEqualTo(Pictures.jpeg())
                    .startsWith(0xFF, 0xD8);
        });
        assertThat(room.said()).isEmpty();
    }

    @Test
    void aFileThatIsThereBeforeItsTipIsEnteredWhenTheTipIs() {
        MessageId message = room.keep("document", room.shelf.put(WORDS));
        room.tell(message);
        assertThat(custodyOf(message)).isEqualTo(Custody.KEPT);

        Reference tip = room.take(message);
        room.tellTaken(message);
        room.tellTaken(message);
        room.tell(message);
        room.sweepAfter(Duration.ofMinutes(2));

        assertThat(room.timelineOf(tip)).hasSize(1);
        assertThat(room.row("Attachments", message).optional("due")).isEmpty();
    }

    @Test
    void theAddressThatCameWithTheMessageSavesTheFirstStep() {
        String file = room.shelf.put(WORDS);
        MessageId message =
                room.keep("document", file, Optional.of(room.shelf.sha256(file)), Optional.of(room.shelf.urlOf(file)));

        room.tell(message);

        assertThat(custodyOf(message)).isEqualTo(Custody.KEPT);
        assertThat(room.shelf.seen())
                .noneMatch(
                        call -> call.path().contains("/graph/") && call.path().endsWith(file));
    }

    @Test
    void anAddressThatIsNoLongerGoodIsAskedForAnew() {
        String file = room.shelf.put(WORDS);
        room.shelf.whenDescribed(file, new Fault.Stale());
        MessageId message = room.keep(
                "document", file, Optional.of(room.shelf.sha256(file)), Optional.of(room.shelf.urlOf("1000")));

        room.tell(message);

        assertThat(custodyOf(message)).isEqualTo(Custody.KEPT);
    }

    @Test
    void theTokenGoesToNoStrangerAndAcrossNoRedirect() {
        try (FakeShelf stranger = new FakeShelf()) {
            String file = room.shelf.put(WORDS);
            String theirs = stranger.put(WORDS);
            MessageId byMessage = room.keep(
                    "document", file, Optional.of(room.shelf.sha256(file)), Optional.of(stranger.urlOf(theirs)));
            room.tell(byMessage);
            assertThat(custodyOf(byMessage)).isEqualTo(Custody.KEPT);

            room.shelf.whenDescribed(file, new Fault.Stranger(stranger.urlOf(theirs)));
            MessageId byAnswer = room.keep("document", file);
            room.tell(byAnswer);
            assertThat(custodyOf(byAnswer)).isEqualTo(Custody.WAITING);
            assertThat(room.counted("OperatorNeeded")).isEqualTo(1);

            room.shelf.whenDownloaded(file, new Fault.Redirect(stranger.urlOf(theirs)));
            MessageId byRedirect = room.keep("document", file);
            room.tell(byRedirect);
            assertThat(custodyOf(byRedirect)).isEqualTo(Custody.WAITING);

            assertThat(stranger.seen()).isEmpty();
        }
    }

    @Test
    void aRedirectToAnAllowedPlaceIsFollowedWithoutTheToken() {
        String file = room.shelf.put(WORDS);
        room.shelf.whenDownloaded(file, new Fault.Redirect("/file/open" + file));
        MessageId message = room.keep("document", file);

        room.tell(message);

        assertThat(custodyOf(message)).isEqualTo(Custody.KEPT);
        assertThat(room.shelf.seen())
                .filteredOn(call -> call.path().endsWith("open" + file))
                .singleElement()
                .satisfies(call -> assertThat(call.authorization()).isEmpty());
    }

    @Test
    void troubleThatPassesOnlyDelaysAFile() {
        String file = room.shelf.put(WORDS);
        room.shelf.whenDescribed(file, GRAPH_DOWN, new Fault.HangUp(), new Fault.Say(400, "{\"error\":{\"code\":4}}"));
        room.shelf.whenDownloaded(file, new Fault.Half(), new Fault.Other(), new Fault.Say(503, ""));
        MessageId message = room.keep("document", file);
        Reference tip = room.take(message);

        room.tell(message);
        for (int i = 0; i < 8; i++) {
            room.sweepAfter(Duration.ofHours(1));
        }

        assertThat(room.timelineOf(tip))
                .singleElement()
                .satisfies(entry -> assertThat(entry.what()).isEqualTo(TimelineEntry.EVIDENCE));
        assertThat(room.said()).isEmpty();
    }

    @Test
    void aFileThatNeverComesRightIsToldToTheCitizenAndStandsOnTheTimeline() {
        String file = room.shelf.put(WORDS);
        MessageId message = room.keep("image", file);
        Reference tip = room.take(message);
        room.shelf.forget(file);
        try {
            room.tell(message);
            for (int i = 0; i < 12; i++) {
                room.sweepAfter(Duration.ofHours(3));
            }

            assertThat(room.timelineOf(tip)).singleElement().satisfies(entry -> {
                assertThat(entry.what()).isEqualTo(TimelineEntry.EVIDENCE_LOST);
                assertThat(entry.content()).contains("does not know the file");
                assertThat(entry.exhibit()).isEmpty();
            });
            assertThat(room.said())
                    .singleElement()
                    .satisfies(payload -> assertThat(
                                    payload.path("text").path("body").asText())
                            .contains(tip.text())
                            .contains("send it once more"));
            assertThat(room.counted("EvidenceLost")).isEqualTo(1);
        } finally {
            room.aws
                    .dynamo()
                    .deleteItem(b -> b.tableName(room.aws.table("Outbox"))
                            .key(java.util.Map.of(
                                    "id",
                                    software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                                            message.text() + ".file"))));
        }
    }

    @Test
    void whatBelongsToNoTipIsKeptAndEndsThere() {
        MessageId message = room.keep("sticker", room.shelf.put(WORDS));
        room.takeWithoutTip(message);

        room.tell(message);

        assertThat(custodyOf(message)).isEqualTo(Custody.KEPT);
        assertThat(room.row("Attachments", message).optional("due")).isEmpty();
    }

    @Test
    void withTooLittleTimeLeftAFileIsLeftToTheNextSweep() {
        String file = room.shelf.put(WORDS);
        MessageId message = room.keep("document", file);
        room.leave(100);
        room.tell(message);
        room.leave(300);
        assertThat(custodyOf(message)).isEqualTo(Custody.WAITING);

        room.sweep();

        assertThat(custodyOf(message)).isEqualTo(Custody.KEPT);
    }
}
