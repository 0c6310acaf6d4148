package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.suchna.localaws.template.Alarm;
import in.suchna.localaws.template.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alarm of template.yaml is quiet, rings when what it is for happens, and is quiet again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EachAlarmTest {
    private static final Set<String> HEAR_SILENCE = Set.of("SweepsStoppedAlarm", "ProbesStoppedAlarm");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Happenings.Happening> happenings = Happenings.all();
    private AlarmTown town;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        town = new AlarmTown(folder);
    }

    @AfterAll
    void stop() {
        town.close();
    }

    @AfterEach
    void rest() throws IOException {
        town.rest();
    }

    Set<String> alarms() {
        return happenings.keySet();
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void itRingsWhenWhatItIsForHappensAndNotBeforeOrForEver(String alarm) throws IOException, InterruptedException {
        assertThat(town.ringing()).doesNotContain(alarm);

        Objects.requireNonNull(happenings.get(alarm)).in(town);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(town.ringing()).contains(alarm));
        town.rest();
        assertThat(town.ringing()).doesNotContain(alarm);
    }

    @Test
    void whenTheSweepsStopItRingsFiveMinutesLaterAndNotWhileTheyRun() throws InterruptedException {
        for (int minute = 0; minute < 12; minute++) {
            town.minute();
            if (minute >= 5) {
                assertThat(town.stack.alarms().ringing(town.clock.instant())).doesNotContain("SweepsStoppedAlarm");
            }
        }

        assertThat(minutesUntil("SweepsStoppedAlarm", 1)).isBetween(4, 6);
    }

    @Test
    void whenNoProbeComesThroughItRingsTwoHoursLaterAndNotWhileTheyCome() throws InterruptedException {
        for (int hour = 0; hour < 4; hour++) {
            town.stack.tickOfAnHour();
            town.clock.move(Duration.ofHours(1));
        }
        assertThat(town.stack.alarms().ringing(town.clock.instant()))
                .doesNotContain("ProbesStoppedAlarm", "ProbeLostAlarm", "GapsAheadAlarm");

        assertThat(60 + minutesUntil("ProbesStoppedAlarm", 10)).isBetween(110, 130);
    }

    /** How long nothing is heard before an alarm rings. */
    private int minutesUntil(String alarm, int step) {
        int minutes = 0;
        while (!town.stack.alarms().ringing(town.clock.instant()).contains(alarm) && minutes < 600) {
            town.clock.move(Duration.ofMinutes(step));
            minutes += step;
        }
        return minutes;
    }

    @Test
    void noAlarmIsWithoutItsTest() {
        Set<String> tested = new TreeSet<>(HEAR_SILENCE);
        tested.addAll(happenings.keySet());

        assertThat(tested)
                .isEqualTo(new TreeSet<>(town.stack.aws().template().alarms().keySet()));
    }

    @Test
    void eachAlarmTellsSomebody() {
        Map<String, Topic> topics = town.stack.aws().template().topics();

        assertThat(town.stack.aws().template().alarms().values())
                .extracting(Alarm::actions)
                .allSatisfy(actions -> assertThat(actions)
                        .isNotEmpty()
                        .allSatisfy(action -> assertThat(topics.values()).anySatisfy(topic -> {
                            assertThat(topic.arn()).isEqualTo(action);
                            assertThat(topic.addresses()).isNotEmpty().allMatch(to -> to.contains("@"));
                        })));
    }
}
