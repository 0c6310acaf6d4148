package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month of a district on a clock of our own: 10,000 tips, a sweep each minute, and officers who ignore every second SMS. */
class MonthTest {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final int MINUTES = 30 * 24 * 60;
    private static final int TIPS = 10_000;
    private static final Ladders LADDERS = Ladders.ofResources();
    private static final District DISTRICT = District.ofResources();

    /** A climb and the words that officers will say of it. */
    private static final class Running {
        private Climb climb;
        private final List<Acknowledgement> coming = new ArrayList<>();

        Running(Climb climb) {
            this.climb = climb;
        }

        Ladder ladder() {
            return LADDERS.of(climb);
        }
    }

    private final Set<String> told = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyUrgentTipIsTakenOrEndsAtTheTopWithNoRungEarlyLateOrTwice(long seed) {
        Random chance = new Random(seed);
        List<Running> all = new ArrayList<>();
        List<Running> open = new ArrayList<>();
        List<Instant> arrivals = arrivals(chance);
        int arrived = 0;
        for (int minute = 0; minute <= MINUTES + 60; minute++) {
            Instant now = BEGIN.plus(Duration.ofMinutes(minute));
            for (; arrived < TIPS && !arrivals.get(arrived).isAfter(now); arrived++) {
                Running running = new Running(tip(arrivals.get(arrived), chance));
                all.add(running);
                open.add(running);
                // the stream tells the first rung at once, not the sweep
                climb(running, running.climb.urgentSince(), chance);
            }
            for (Running running : open) {
                hear(running, now);
                climb(running, now, chance);
            }
            open.removeIf(running -> running.climb.state() != ClimbState.CLIMBING);
        }

        assertThat(open).isEmpty();
        assertThat(all)
                .hasSize(TIPS)
                .allSatisfy(running ->
                        assertThat(running.climb.state()).isIn(ClimbState.ACKNOWLEDGED, ClimbState.EXHAUSTED));
        assertThat(all).anyMatch(running -> running.climb.state() == ClimbState.EXHAUSTED);
        assertThat(all)
                .filteredOn(running -> running.climb.state() == ClimbState.EXHAUSTED)
                .allSatisfy(running ->
                        assertThat(running.climb.hasRungLeft(running.ladder())).isFalse());
    }

    private static List<Instant> arrivals(Random chance) {
        return chance.longs(TIPS, 0, MINUTES * 60_000L)
                .sorted()
                .mapToObj(BEGIN::plusMillis)
                .toList();
    }

    private static Climb tip(Instant at, Random chance) {
        List<Thana> stations = DISTRICT.stations();
        Category[] categories = Category.values();
        return new Climb(
                Reference.draw(chance),
                0,
                chance.nextInt(3) == 0 ? Priority.CRITICAL : Priority.HIGH,
                categories[chance.nextInt(categories.length)],
                chance.nextInt(4) == 0 ? Optional.empty() : Optional.of(stations.get(chance.nextInt(stations.size()))),
                at,
                ClimbState.CLIMBING,
                0,
                List.of(),
                1);
    }

    private void climb(Running running, Instant now, Random chance) {
        Ladder ladder = running.ladder();
        Optional<Instant> due = running.climb.dueAt(ladder);
        while (due.isPresent() && !now.isBefore(due.get())) {
            Climb climb = running.climb;
            assertThat(Duration.between(due.get(), now)).isBetween(Duration.ZERO, Duration.ofSeconds(60));
            assertThat(told.add(climb.reference() + " " + climb.urgentSince() + " " + climb.nextRung()))
                    .as("each rung is told once")
                    .isTrue();
            if (climb.hasRungLeft(ladder)) {
                ladder.rungs().get(climb.nextRung()).posts().forEach(post -> answer(running, post, now, chance));
            }
            running.climb = climb.climbed(ladder);
            due = running.climb.dueAt(ladder);
        }
    }

    private static void answer(Running running, Post post, Instant now, Random chance) {
        if (chance.nextBoolean()) {
            Unit unit = DISTRICT.unitOf(post, running.climb.thana()).orElse(Unit.CONTROL_ROOM);
            Instant at = now.plusSeconds(chance.nextLong(10 * 60));
            running.coming.add(new Acknowledgement(unit.name(), unit, chance.nextInt(4) == 0, at));
        }
    }

    private static void hear(Running running, Instant now) {
        running.coming.stream()
                .filter(word -> !word.at().isAfter(now))
                .forEach(word -> running.climb = running.climb.acknowledgedBy(word, running.ladder()));
    }
}
