package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void eightAreWorkedOnAtOnceAndNoMore() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch eight = new CountDownLatch(Lanes.WIDTH);
        List<Integer> things = IntStream.range(0, 40).boxed().toList();
        Map<Integer, RuntimeException> failures = Lanes.run(things, String::valueOf, _ -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            eight.countDown();
            assertThat(await(eight)).isTrue();
            now.decrementAndGet();
        });
        assertThat(failures).isEmpty();
        assertThat(most.get()).isEqualTo(Lanes.WIDTH);
    }

    @Test
    void oneThatFailsStopsNeitherItsLaneNorOthers() {
        AtomicInteger done = new AtomicInteger();
        Map<Integer, RuntimeException> failures =
                Lanes.run(List.of(1, 2, 3, 4), n -> n % 2 == 0 ? "even" : "odd", n -> {
                    if (n == 1) {
                        throw new IllegalStateException("on purpose");
                    }
                    done.incrementAndGet();
                });
        assertThat(failures).containsOnlyKeys(1);
        assertThat(done.get()).isEqualTo(3);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
