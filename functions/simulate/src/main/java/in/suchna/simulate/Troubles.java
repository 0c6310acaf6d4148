package in.suchna.simulate;

import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.policy.Refusals;
import in.suchna.simulate.plan.Plan;
import in.suchna.simulate.plan.Step;
import in.suchna.simulate.plan.Step.Blow;
import in.suchna.simulate.plan.Step.Service;
import in.suchna.simulate.turn.Agenda;
import in.suchna.simulate.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Stands before each call a function makes: here the others get their turns, and here a call goes wrong if the plan says so.
 */
final class Troubles implements Fault {
    /** What waits while it holds a lock of its own, and so may not let others work meanwhile. */
    private static final Set<Service> AT_ONCE = Set.of(Service.SSM, Service.KMS);

    private static final Map<String, Service> SERVICES = Map.of(
            "dynamodb", Service.DYNAMODB,
            "sns", Service.SNS,
            "kms", Service.KMS,
            "ssm", Service.SSM,
            "s3", Service.S3,
            "graph", Service.GRAPH);
    private static final Duration UNHEARD = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(15);
    private static final Duration QUICK = Duration.ofMillis(2);
    private static final int QUICK_MILLIS = 30;

    private final Turns turns;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Story story;
    private final Consumer<Call> repeat;
    private final Map<String, Map<Integer, Blow>> blows = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<Service, List<Step.Down>> down = new EnumMap<>(Service.class);
    private final Instant start;
    private Optional<Blow> pending = Optional.empty();

    /** @param repeat does a call once more, as the SDK does when it heard no answer */
    Troubles(Plan plan, Turns turns, Agenda agenda, RandomGenerator random, Story story, Consumer<Call> repeat) {
        this.turns = turns;
        this.agenda = agenda;
        this.random = random;
        this.story = story;
        this.repeat = repeat;
        this.start = plan.start();
        plan.steps(Step.Struck.class)
                .forEach(struck -> blows.computeIfAbsent(struck.function(), _ -> new HashMap<>())
                        .put(struck.call(), struck.blow()));
        for (Service service : Service.values()) {
            down.put(
                    service,
                    plan.steps(Step.Down.class)
                            .filter(d -> d.service() == service)
                            .toList());
        }
    }

    /** How many calls were made. */
    int made() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void before(Call call) {
        Service service =
                SERVICES.get(call.operation().substring(0, call.operation().indexOf(':')));
        pending = Optional.empty();
        if (Invocation.current() != null && service != null) {
            pending = begun(service, call);
        }
    }

    /** Lets the others work, and begins the call; what is to go wrong once it is done. */
    private Optional<Blow> begun(Service service, Call call) {
        Invocation invocation = Invocation.current();
        invocation.mustLive(agenda.clock().instant());
        if (!AT_ONCE.contains(service)) {
            turns.await();
            invocation.mustLive(agenda.clock().instant());
        }
        agenda.clock().move(QUICK.plusMillis(random.nextInt(QUICK_MILLIS)));
        story.tell(() -> "    %s: %s".formatted(invocation.function(), Told.of(call)));
        Optional<Blow> blow = blowOf(service, invocation);
        blow.ifPresent(b -> {
            story.tell(() -> "    %s: *** %s".formatted(invocation.function(), b));
            story.fault(b);
            invocation.hurt();
            fallBefore(b, call, service, invocation);
        });
        return blow;
    }

    private Optional<Blow> blowOf(Service service, Invocation invocation) {
        int number = calls.merge(invocation.function(), 1, Integer::sum) - 1;
        Instant now = agenda.clock().instant();
        return Optional.ofNullable(
                        blows.getOrDefault(invocation.function(), Map.of()).get(number))
                .or(() -> down.getOrDefault(service, List.of()).stream()
                        .filter(d -> !now.isBefore(start.plus(d.from()))
                                && now.isBefore(start.plus(d.from()).plus(d.length())))
                        .map(Step.Down::blow)
                        .findFirst());
    }

    private void fallBefore(Blow blow, Call call, Service service, Invocation invocation) {
        switch (blow) {
            case DIES_BEFORE -> throw invocation.die();
            case THROTTLED -> throw Refusals.throttled(call);
            case FAILS -> throw Refusals.internal(call);
            case LOST -> {
                wait(UNHEARD, service, invocation);
                throw Fault.timeout();
            }
            case SLOW -> wait(SLOW, service, invocation);
            case CONFLICT -> Conflicts.fall(call);
            case DIES_AFTER, DONE_UNHEARD, DONE_TWICE -> {}
        }
    }

    private void wait(Duration length, Service service, Invocation invocation) {
        if (AT_ONCE.contains(service)) {
            agenda.clock().move(length);
        } else {
            agenda.sleep(length);
        }
        invocation.mustLive(agenda.clock().instant());
    }

    @Override
    public void after(Call call) {
        Optional<Blow> blow = pending;
        pending = Optional.empty();
        if (blow.isEmpty()) {
            return;
        }
        switch (blow.get()) {
            case DIES_AFTER -> throw Invocation.current().die();
            case DONE_UNHEARD -> {
                Service service = SERVICES.get(
                        call.operation().substring(0, call.operation().indexOf(':')));
                wait(UNHEARD, service == null ? Service.DYNAMODB : service, Invocation.current());
                throw Fault.timeout();
            }
            case DONE_TWICE -> repeat.accept(call);
            default -> {}
        }
    }
}
