package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.store.Queue;
import in.suchna.store.Queue.Mark;
import in.suchna.store.Queue.Page;
import in.suchna.store.Queue.Wanted;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueTest {
    private final AtWork work = new AtWork();
    private final Queue queue = new Queue(work.aws.dynamo(), work.aws.table("Tips"));

    @AfterEach
    void end() {
        work.close();
    }

    private List<Reference> all(Wanted wanted, int most) {
        List<Reference> found = new ArrayList<>();
        Optional<Mark> from = Optional.empty();
        do {
            Page page = queue.page(wanted, from, most);
            page.tips().forEach(tip -> found.add(tip.reference()));
            from = page.next();
        } while (from.isPresent());
        return found;
    }

    @Test
    void theUnreadComeFirstThenTheMoreUrgentThenTheOlder() {
        Tip low = work.tip(Priority.LOW, "low");
        Tip readCritical = work.tip(Priority.CRITICAL, "read");
        Tip high = work.tip(Priority.HIGH, "high");
        Tip olderCritical = work.tip(Priority.CRITICAL, "older");
        Tip youngerCritical = work.tip(Priority.CRITICAL, "younger");
        work.put(readCritical.handled(Status.READ, readCritical.handling().read(readCritical.parts(), work.now())));

        assertThat(all(Wanted.ALL, 2))
                .containsExactly(
                        olderCritical.reference(),
                        youngerCritical.reference(),
                        high.reference(),
                        low.reference(),
                        readCritical.reference());
        assertThat(queue.count(true, Priority.CRITICAL)).isEqualTo(2);
        assertThat(queue.count(false, Priority.CRITICAL)).isEqualTo(1);
        assertThat(queue.count(false, Priority.LOW)).isZero();
        assertThat(queue.countRead()).isEqualTo(1);
    }

    @Test
    void aFilterFindsAllOfItsTipsPageByPage() {
        List<Reference> kurud = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.tip(Category.THEFT, Priority.NORMAL, "Nagri");
            kurud.add(work.tip(Category.THEFT, Priority.NORMAL, "Kurud").reference());
        }

        assertThat(all(
                        new Wanted(
                                Optional.of(new Thana("Kurud")),
                                Optional.of(Category.THEFT),
                                Optional.of(Status.NEW),
                                Optional.empty()),
                        5))
                .containsExactlyElementsOf(kurud);
        assertThat(all(new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("kurud-si-1")), 5))
                .isEmpty();
    }

    @Test
    void whatAPageCostsDoesNotGrowWithTheQueue() {
        fill(100);
        Map<String, Long> few = callsOfAPage();
        String fewShown = work.show("view", "queue");
        fill(1_900);
        assertThat(callsOfAPage())
                .isEqualTo(few)
                .isEqualTo(Map.of("dynamodb:BatchGetItem", 1L, "dynamodb:Query", 6L, "dynamodb:Scan", 1L));
        String manyShown = work.show("view", "queue");
        assertThat(manyShown.length()).isLessThan(fewShown.length() + 1_000);
        assertThat(manyShown).contains("100+");
    }

    private Map<String, Long> callsOfAPage() {
        work.aws.calls().reset();
        work.show("view", "queue");
        return work.aws.calls().of("Desk");
    }

    private void fill(int howMany) {
        for (int i = 0; i < howMany; i++) {
            work.tip(Priority.NORMAL, "one of many");
        }
    }
}
