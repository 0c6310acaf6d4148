package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Climb;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Sealed;
import in.suchna.store.Climbs;
import in.suchna.store.Ground;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.tip.Category;
import in.suchna.tip.Exhibit;
import in.suchna.tip.Priority;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaTest {
    private final AtWork work = new AtWork();
    private final Tip tip = work.tip(Category.THEFT, Priority.HIGH, "Kurud");

    @AfterAll
    void end() {
        work.close();
    }

    private void entry(String id, String what, String content, Optional<Exhibit> exhibit) {
        work.timeline.appendNow(new TimelineEntry(tip.reference(), id, work.now(), what, content, exhibit));
    }

    private static Optional<Exhibit> exhibit(String mime, Optional<String> viewing) {
        return Optional.of(new Exhibit("original/secret", viewing, "0".repeat(64), mime, 70_000, Optional.empty()));
    }

    /** As the evidence function tells of a file. */
    private static String settled(String type) {
        return "{\"message\":\"m\",\"type\":\"%s\"}".formatted(type);
    }

    @Test
    void copiesAreLinkedForFiveMinutesOriginalsNeverAndWhatIsLostIsToldSo() {
        String sent = "{\"type\":\"image\",\"content\":\"{}\"}";
        for (int i = 0; i < 5; i++) {
            entry("1#m" + i, "message", sent, Optional.empty());
        }
        entry(
                "2#a",
                TimelineEntry.EVIDENCE,
                settled("image"),
                exhibit("image/jpeg", Optional.of("viewing/\"><script>1")));
        entry("2#b", TimelineEntry.EVIDENCE, settled("document"), exhibit("application/<b>pdf", Optional.empty()));
        entry("2#c", TimelineEntry.EVIDENCE, settled("audio"), exhibit("audio/ogg", Optional.of("viewing/voice")));
        entry("2#d", TimelineEntry.EVIDENCE_LOST, settled("video"), Optional.empty());

        assertThat(work.show("view", "tip", "reference", tip.reference().text()))
                .contains(
                        "<img class=\"picture\" src=\"https://",
                        "/viewing/voice?",
                        "69 kB",
                        "application/&lt;b&gt;pdf",
                        "No copy to look at",
                        "A file could not be had",
                        "1 more being fetched")
                // five minutes, and no digit more
                .containsPattern("X-Amz-Expires=300\\D")
                .doesNotContain("original/", "<script", "<b>");
    }

    @Test
    void howItIsShowsLaddersUnderWayAndFailedWork() {
        assertThat(work.show("view", "health")).contains("✔ none", "✔ none is late", "failed for good, in 7 days");
        new Climbs(work.aws.dynamo(), work.aws.table("Alerts"), Retention.ofDays(400))
                .save(Climb.of(tip), Optional.of(work.now()));
        work.aws
                .sqs()
                .sendMessage(b -> b.queueUrl(work.aws.queueUrl("AlertFailed")).messageBody("{}"));
        failed("a-citizens.0", work.now());
        failed("officer-call-1", work.now());
        failed("officer-call-2", work.now());
        failed("officer-call-3", work.now().minus(Duration.ofDays(8)));
        work.aws.calls().reset();

        assertThat(work.show("view", "health"))
                .contains(
                        "✖ AlertFailed: 1",
                        "✖ 1 to citizens",
                        "✖ 2 to officers",
                        tip.reference().text(),
                        "0 rungs told",
                        "Kurud")
                .doesNotContain("IntakeFailed");
        assertThat(work.aws.calls().of("Desk")).isEqualTo(Map.of("dynamodb:Query", 11L, "sqs:GetQueueAttributes", 7L));
        assertThat(work.show("view", "health", "language", "hi")).contains("जो काम पूरा नहीं हुआ", "✖ 2 अधिकारियों को");
    }

    private void failed(String id, Instant at) {
        Outbox outbox = new Outbox(work.aws.dynamo(), work.aws.table("Outbox"), Retention.ofDays(400));
        byte[] sealed = new byte[Sealed.HEADER + 32];
        sealed[0] = Sealed.VERSION;
        outbox.putNow(new Outgoing(
                id, Optional.empty(), new Sealed(sealed), "{}", Optional.empty(), at, Delivery.WAITING, 0, at, at));
        outbox.failed(new Ground.Unsent(id), 131_026, at);
    }
}
