package in.suchna.simulate;

import in.suchna.local.stream.Batch;
import in.suchna.local.stream.Change;
import in.suchna.local.stream.Delivery;
import in.suchna.localaws.template.Event.StreamMapping;
import in.suchna.simulate.plan.Plan;
import in.suchna.simulate.plan.Step;
import in.suchna.simulate.turn.Agenda;
import in.suchna.simulate.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One stream mapping: what changes in a table comes to a function, batch by batch and in order in each lane. */
final class Feed {
    private static final int QUICKEST_MILLIS = 40;
    private static final int SPREAD_MILLIS = 300;

    private final String name;
    private final StreamMapping mapping;
    private final Delivery delivery;
    private final Turns turns;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Story story;
    private final Map<Integer, Duration> late = new HashMap<>();
    private final Map<Integer, Boolean> twice = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private int records;
    private int batches;

    private static final class Lane {
        private final Deque<Change> waiting = new ArrayDeque<>();
        private Instant last = Instant.MIN;
        private boolean isBusy;
    }

    Feed(
            String name,
            StreamMapping mapping,
            Delivery delivery,
            Plan plan,
            Turns turns,
            Agenda agenda,
            RandomGenerator random,
            Story story) {
        this.name = name;
        this.mapping = mapping;
        this.delivery = delivery;
        this.turns = turns;
        this.agenda = agenda;
        this.random = random;
        this.story = story;
        for (int i = 0; i < mapping.lanes(); i++) {
            lanes.add(new Lane());
        }
        plan.steps(Step.ToldLate.class)
                .filter(step -> step.mapping().equals(name))
                .forEach(step -> late.put(step.record(), step.by()));
        plan.steps(Step.ToldTwice.class)
                .filter(step -> step.mapping().equals(name))
                .forEach(step -> twice.put(step.batch(), step.atOnce()));
    }

    String name() {
        return name;
    }

    /** Takes a record; it comes when its time has come, and never before one of its lane that was earlier. */
    void take(Change change) {
        Lane lane = lanes.get(change.lane() % lanes.size());
        Duration lateness = late.getOrDefault(records++, Duration.ZERO);
        if (!lateness.isZero()) {
            story.tell(() -> "  *** %s will tell a record %d seconds late".formatted(name, lateness.toSeconds()));
            story.fault("told late");
        }
        Instant arrives = agenda.clock()
                .instant()
                .plus(mapping.window())
                .plus(lateness)
                .plusMillis(QUICKEST_MILLIS + random.nextInt(SPREAD_MILLIS));
        lane.last = arrives.isAfter(lane.last) ? arrives : lane.last;
        agenda.at(lane.last, () -> {
            lane.waiting.add(change);
            if (!lane.isBusy) {
                lane.isBusy = true;
                turns.begin(() -> work(lane));
            }
        });
    }

    private void work(Lane lane) {
        while (!lane.waiting.isEmpty()) {
            List<Change> changes = new ArrayList<>();
            while (!lane.waiting.isEmpty() && changes.size() < mapping.batchSize()) {
                changes.add(lane.waiting.remove());
            }
            Batch batch = new Batch(changes);
            Boolean again = twice.remove(batches++);
            if (again != null) {
                story.tell(() -> "  *** %s tells a batch twice".formatted(name));
                story.fault("told twice");
            }
            if (again != null && again) {
                turns.begin(() -> deliver(batch));
            }
            deliver(batch);
            if (again != null && !again) {
                deliver(batch);
            }
        }
        lane.isBusy = false;
    }

    private void deliver(Batch batch) {
        try {
            story.tell(
                    () -> "  %s: %d record(s)".formatted(name, batch.changes().size()));
            delivery.deliver(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a simulation", e);
        }
    }
}
