package in.suchna.simulate.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int WORKERS = 4;
    private static final int STEPS = 5;

    /** What happens when some work, each with threads of its own, and the turns are drawn from a seed. */
    private static List<String> happened(long seed) {
        Turns turns = new Turns();
        List<String> happened = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            String name = "worker " + i;
            turns.begin(() -> {
                try (ExecutorService own =
                        Executors.newFixedThreadPool(2, Thread.ofVirtual().factory())) {
                    for (int step = 0; step < STEPS; step++) {
                        String what = name + " does " + step;
                        own.execute(() -> {
                            turns.await();
                            happened.add(what);
                        });
                    }
                }
                happened.add(name + " ends");
            });
        }
        turns.run();
        SplittableRandom random = new SplittableRandom(seed);
        while (turns.isAwaited()) {
            turns.give(random, 3);
        }
        return happened;
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherAnother() {
        List<String> order = happened(1);
        assertThat(order).hasSize(WORKERS * STEPS + WORKERS);
        assertThat(happened(1)).isEqualTo(order);
        assertThat(happened(2)).isNotEqualTo(order).containsExactlyInAnyOrderElementsOf(order);
    }

    @Test
    void whoSleepsGoesOnWhenTheClockOfTheAgendaIsThere() {
        Turns turns = new Turns();
        Instant start = Instant.parse("2026-11-24T06:00:00Z");
        Agenda agenda = new Agenda(start);
        List<Instant> woke = new ArrayList<>();
        turns.begin(() -> {
            agenda.sleep(Duration.ofHours(3));
            woke.add(agenda.clock().instant());
        });
        turns.run();
        assertThat(woke).isEmpty();
        while (agenda.goOn(start.plus(Duration.ofDays(1)))) {
            agenda.doneDue();
            turns.run();
        }
        assertThat(woke).containsExactly(start.plus(Duration.ofHours(3)));
    }
}
