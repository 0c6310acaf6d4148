package in.suchna.bench;

import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.localaws.LocalAws;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Sealed;
import in.suchna.store.Climbs;
import in.suchna.store.Ground;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** As much for the health widget to tell as it ever tells: ladders being climbed, answers that wait, messages that failed. */
final class BadDay {
    private static final int LADDERS = 60;
    private static final int ANSWERS = 200;
    private static final int UNDELIVERABLE = 131_026;
    private static final Duration WAITING = Duration.ofMinutes(20);

    private final Climbs climbs;
    private final Outbox outbox;
    private final Random random = new Random(23);

    BadDay(LocalAws aws) {
        Retention retention = Retention.ofDays(400);
        this.climbs = new Climbs(aws.dynamo(), aws.table("Alerts"), retention);
        this.outbox = new Outbox(aws.dynamo(), aws.table("Outbox"), retention);
    }

    void fill() {
        Instant since = Instant.now().minus(WAITING);
        for (int n = 0; n < LADDERS; n++) {
            mustBeNew(climbs.save(climb(since), Optional.of(since.plus(WAITING.multipliedBy(2))))
                    .isPresent());
        }
        for (int n = 0; n < ANSWERS; n++) {
            mustBeNew(outbox.putNow(answer("late-" + n, since)));
            mustBeNew(outbox.putNow(answer("lost-" + n, since)));
            mustBeNew(outbox.failed(new Ground.Unsent("lost-" + n), UNDELIVERABLE, since));
        }
        System.out.printf("%d ladders are climbed, %d answers wait, %d failed%n", LADDERS, ANSWERS, ANSWERS);
    }

    private static void mustBeNew(boolean isNew) {
        if (!isNew) {
            throw new IllegalStateException("The tables are not empty");
        }
    }

    private Climb climb(Instant since) {
        return new Climb(
                Reference.draw(random),
                0,
                Priority.CRITICAL,
                Category.VIOLENCE,
                Optional.of(new Thana("Kurud")),
                since,
                ClimbState.CLIMBING,
                1,
                List.of(),
                0);
    }

    private Outgoing answer(String id, Instant since) {
        byte[] sealed = new byte[Sealed.HEADER + 100];
        random.nextBytes(sealed);
        sealed[0] = Sealed.VERSION;
        return new Outgoing(
                id,
                Optional.empty(),
                new Sealed(sealed),
                "{}",
                Optional.empty(),
                since,
                Delivery.WAITING,
                0,
                since,
                since);
    }
}
