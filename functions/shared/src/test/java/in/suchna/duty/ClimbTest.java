package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClimbTest {
    private static final Instant BEGIN = Instant.parse("2026-11-24T18:30:00.250Z");
    private static final Ladders LADDERS = Ladders.ofResources();
    private static final Thana KURUD = new Thana("Kurud");

    private static Climb climb(Priority priority, Category category, Optional<Thana> thana) {
        return new Climb(
                Reference.draw(new Random(3)),
                0,
                priority,
                category,
                thana,
                BEGIN,
                ClimbState.CLIMBING,
                0,
                List.of(),
                1);
    }

    private static Ladder ladderOf(Climb climb) {
        return LADDERS.of(climb);
    }

    /** Words such as {@code kurud+} (on the way), {@code control}, {@code sp}, as officers of those units say them. */
    private static Climb after(Climb climb, String words) {
        Climb said = climb;
        for (String word : words.split(" ", -1)) {
            String who = word.replace("+", "");
            Unit unit = who.startsWith("control") ? Unit.CONTROL_ROOM : new Unit(who);
            said = said.acknowledgedBy(new Acknowledgement(who, unit, word.endsWith("+"), BEGIN), ladderOf(climb));
        }
        return said;
    }

    private static Tip tip(Category category, Optional<Instant> urgentSince) {
        return new Tip(
                Reference.draw(new Random(3)),
                new CitizenId("c1".repeat(32)),
                Language.HINDI,
                Status.NEW,
                new Judgement(category, Priority.HIGH, Optional.of(KURUD), Optional.empty(), List.of()),
                "kurud me",
                1,
                urgentSince,
                2,
                BEGIN.minusSeconds(600),
                BEGIN.minusSeconds(60),
                1);
    }

    @Test
    void aTipBeginsAtTheFirstRungAndItsMinutesCountFromWhenItBecameUrgent() {
        Climb climb = Climb.of(tip(Category.THEFT, Optional.of(BEGIN)));
        assertThat(climb.nextRung()).isZero();
        assertThat(climb.raise()).isEqualTo(2);
        assertThat(climb.dueAt(ladderOf(climb))).contains(BEGIN);
        assertThat(Climb.of(tip(Category.THEFT, Optional.empty())).urgentSince())
                .isEqualTo(BEGIN.minusSeconds(60));
    }

    @Test
    void onlyAComplaintAgainstPoliceIsKeptFromTheStation() {
        for (Category category : Category.values()) {
            assertThat(Climb.of(tip(category, Optional.of(BEGIN))).isAgainstPolice())
                    .isEqualTo(category == Category.POLICE_CONDUCT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, Kurud, kurud,             CLIMBING",
        "CRITICAL, Kurud, kurud kurud,       CLIMBING",
        "CRITICAL, Kurud, kurud rudri,       CLIMBING",
        "CRITICAL, Kurud, control1 control2, CLIMBING",
        "CRITICAL, Kurud, kurud control,     ACKNOWLEDGED",
        "CRITICAL, Kurud, control sp,        ACKNOWLEDGED",
        "CRITICAL, Kurud, kurud+,            ACKNOWLEDGED",
        "CRITICAL, Kurud, control+,          ACKNOWLEDGED",
        "CRITICAL, Kurud, kurud kurud+,      ACKNOWLEDGED",
        "CRITICAL,      , control1,          CLIMBING",
        "CRITICAL,      , control1 control1, CLIMBING",
        "CRITICAL,      , control1 control2, ACKNOWLEDGED",
        "HIGH,     Kurud, kurud,             ACKNOWLEDGED",
        "HIGH,     Kurud, control,           ACKNOWLEDGED",
    })
    void aClimbEndsWhenEnoughPeopleHaveTheTip(
            Priority priority, @Nullable String thana, String words, ClimbState state) {
        Climb climb =
                climb(priority, Category.VIOLENCE, Optional.ofNullable(thana).map(Thana::new));
        assertThat(after(climb, words).state()).isEqualTo(state);
    }

    @Test
    void eachRungIsDueAtItsMinuteFromTheMomentTheTipBecameUrgent() {
        Climb climb = climb(Priority.CRITICAL, Category.VIOLENCE, Optional.of(KURUD));
        Ladder ladder = ladderOf(climb);
        for (int minutes : List.of(0, 3, 6, 10, 15)) {
            assertThat(climb.dueAt(ladder)).contains(BEGIN.plus(Duration.ofMinutes(minutes)));
            climb = climb.climbed(ladder);
        }
        assertThat(climb.state()).isEqualTo(ClimbState.EXHAUSTED);
        assertThat(climb.dueAt(ladder)).isEmpty();
        assertThat(climb.climbed(ladder)).isEqualTo(climb);
    }

    @Test
    void whatHasEndedIsNeverDueAgain() {
        Climb climb = climb(Priority.HIGH, Category.THEFT, Optional.of(KURUD));
        for (ClimbState end : List.of(ClimbState.CLOSED, ClimbState.SUPERSEDED)) {
            Climb ended = climb.endedAs(end);
            assertThat(ended.dueAt(ladderOf(climb))).isEmpty();
            assertThat(after(ended, "kurud+")).isEqualTo(ended);
            assertThat(ended.endedAs(ClimbState.CLOSED)).isEqualTo(ended);
            assertThat(ended.climbed(ladderOf(climb))).isEqualTo(ended);
        }
        assertThat(after(climb, "kurud").endedAs(ClimbState.CLOSED).state()).isEqualTo(ClimbState.ACKNOWLEDGED);
    }

    @Test
    void anExhaustedLadderStillTakesAWord() {
        Climb climb = climb(Priority.HIGH, Category.THEFT, Optional.of(KURUD));
        for (int i = 0; i < 5; i++) {
            climb = climb.climbed(ladderOf(climb));
        }
        assertThat(climb.state()).isEqualTo(ClimbState.EXHAUSTED);
        assertThat(after(climb, "kurud").state()).isEqualTo(ClimbState.ACKNOWLEDGED);
    }
}
