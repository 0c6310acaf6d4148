package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.store.Timeline;
import in.suchna.tip.Exhibit;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

abstract class TimelineContract extends Contract {
    private final Timeline timeline;
    private final Reference tip = Invented.reference();

    TimelineContract(Cloud cloud) {
        super(cloud);
        this.timeline = new Timeline(cloud.dynamo(), cloud.table("Timeline"), RETENTION);
    }

    @Test
    void entriesComeBackOldestFirstHoweverTheyWereWritten() {
        TimelineEntry first = Invented.entry(tip, now, "z");
        TimelineEntry second = Invented.entry(tip, now.plusMillis(1), "a");
        TimelineEntry third = Invented.entry(tip, now.plusSeconds(60), "m");
        transact(timeline.append(third), timeline.append(first));
        timeline.appendNow(second);

        assertThat(timeline.of(tip)).containsExactly(first, second, third);
    }

    @Test
    void anEntryIsWrittenOnce() {
        TimelineEntry entry = Invented.entry(tip, now, "one");

        assertThat(timeline.appendNow(entry)).isTrue();
        assertThat(timeline.appendNow(entry)).isFalse();
        assertThat(refusals(timeline.append(Invented.entry(tip, now, "two")), timeline.append(entry)))
                .containsExactly(NO_OBJECTION, REFUSED);
        assertThat(timeline.of(tip)).containsExactly(entry);
    }

    @Test
    void anEntryThatTellsOfAFileHoldsItInPlainAttributes() {
        Exhibit exhibit = new Exhibit(
                "original/x", Optional.of("viewing/x"), "ab".repeat(32), "image/jpeg", 7, Optional.of("20.70,81.55"));
        TimelineEntry entry = new TimelineEntry(
                tip, TimelineEntry.idOf(now, "x"), now, TimelineEntry.EVIDENCE, "{}", Optional.of(exhibit));
        timeline.appendNow(entry);
        Map<String, AttributeValue> key =
                Map.of("reference", AttributeValue.fromS(tip.text()), "id", AttributeValue.fromS(entry.id()));

        assertThat(timeline.of(tip)).containsExactly(entry);
        assertThat(row("Timeline", key).text("viewing")).isEqualTo("viewing/x");
    }

    @Test
    void ofManyWhoAppendOneEntryAtOnceOneIsTold() throws Exception {
        TimelineEntry entry = Invented.entry(tip, now, "one");

        assertThat(Collections.frequency(race(() -> timeline.appendNow(entry)), true))
                .isEqualTo(1);
    }

    @Test
    void aTipSeesItsOwnEntriesOnly() {
        timeline.appendNow(Invented.entry(Invented.reference(), now, "other"));

        assertThat(timeline.of(tip)).isEmpty();
    }

    @Test
    void aTimelineLongerThanOnePageIsReadToItsEnd() {
        List<TimelineEntry> large = IntStream.range(0, 5)
                .mapToObj(i -> new TimelineEntry(
                        tip, TimelineEntry.idOf(now, "part" + i), now, "message", Invented.longText(300_000)))
                .toList();
        large.forEach(timeline::appendNow);

        assertThat(timeline.of(tip)).containsExactlyElementsOf(large);
    }

    @Test
    void aRowExpiresWhenItsTimeToLiveHasPassed() {
        TimelineEntry entry = Invented.entry(tip, now, "one");
        timeline.appendNow(entry);
        Map<String, AttributeValue> key =
                Map.of("reference", AttributeValue.fromS(tip.text()), "id", AttributeValue.fromS(entry.id()));

        assertThat(row("Timeline", key).number("expires")).isEqualTo(expiryOf(now));
    }
}
