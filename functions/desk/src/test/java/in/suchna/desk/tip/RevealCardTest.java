package in.suchna.desk.tip;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.desk.Desk;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import in.suchna.widget.words.Phrases;
import in.suchna.widget.words.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevealCardTest {
    private static final Instant ASKED = Instant.parse("2026-11-24T06:30:00Z");
    private static final Reference TIP = Reference.draw(new Random(2));

    private static Told step(String what, int minutes) {
        Instant at = ASKED.plus(Duration.ofMinutes(minutes));
        return Told.of(new TimelineEntry(
                TIP,
                TimelineEntry.idOf(at, what),
                at,
                "reveal-" + what,
                "{\"reveal\":\"A1B2\",\"to\":\"DSP <b>Verma</b>\",\"why\":\"ORDER: CJM 12/2026\"}"));
    }

    private static String after(int minutes, Told... steps) {
        return RevealCard.of(
                        List.of(steps),
                        ASKED.plus(Duration.ofMinutes(minutes)),
                        Phrases.of(Tongue.ENGLISH, ZoneId.of("Asia/Kolkata"), Desk.class))
                .html();
    }

    @Test
    void eachStageIsToldAndRunsOutInItsTime() {
        assertThat(after(5)).isEmpty();
        assertThat(after(5, step("requested", 0))).contains("Waits for a second person", "A1B2", "CJM 12/2026");
        assertThat(after(24 * 60 + 1, step("requested", 0))).contains("Expired");
        assertThat(after(9, step("requested", 0), step("approved", 2))).contains("can be shown now");
        assertThat(after(13, step("requested", 0), step("approved", 2))).contains("Expired");
        assertThat(after(13, step("requested", 0), step("refused", 2))).contains("Refused");
        assertThat(after(13, step("requested", 0), step("approved", 2), step("shown", 4)))
                .contains("Shown to who asked")
                .doesNotContain("Waits", "<b>");
    }

    @Test
    void whatIsNoRequestIsNotOne() {
        Told denied = Told.of(new TimelineEntry(TIP, "1#x", ASKED, "reveal-denied", "{\"why\":\"code\"}"));
        assertThat(after(1, Stream.of(denied).toArray(Told[]::new))).isEmpty();
    }
}
