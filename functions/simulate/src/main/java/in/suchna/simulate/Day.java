package in.suchna.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.local.function.FunctionFailed;
import in.suchna.local.function.HandlerMaker;
import in.suchna.local.stream.Change;
import in.suchna.local.stream.Delivery;
import in.suchna.local.stream.FailedQueue;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Event.Schedule;
import in.suchna.localaws.template.Event.StreamMapping;
import in.suchna.localaws.template.Function;
import in.suchna.replay.RecordFilter;
import in.suchna.replay.RecordJson;
import in.suchna.simulate.plan.Plan;
import in.suchna.simulate.plan.Planner;
import in.suchna.simulate.plan.Step;
import in.suchna.simulate.table.Tables;
import in.suchna.simulate.turn.Agenda;
import in.suchna.simulate.turn.Turns;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** One day of a plan: everything template.yaml wires, at work under one clock until nothing is left to do. */
final class Day {
    /** After which time nothing may be left to do: an answer is tried for a day. */
    private static final Duration END = Planner.TROUBLED.plus(Duration.ofHours(42));

    private static final List<String> AT_WORK = List.of("Webhook", "Intake", "Reply", "Alert", "Acknowledge", "Notary");
    // AWS's rule engine takes long to build, and knows nothing of a day
    private static final Map<List<String>, RecordFilter> FILTERS = new ConcurrentHashMap<>();

    private final Plan plan;
    private final Turns turns = new Turns();
    private final Agenda agenda;
    private final SplittableRandom random;
    private final Story story;
    private final Tables tables;
    private final LocalAws aws;
    private final Logbook log = new Logbook();
    private final Map<String, Worker> workers = new LinkedHashMap<>();
    private final Map<String, List<Feed>> feeds = new HashMap<>();
    private final Map<String, List<RecordFilter>> filters = new HashMap<>();
    private final List<Seen> records = new ArrayList<>();
    private final Town town;
    private final Graph graph;
    private final Troubles troubles;
    private final ClassLoader classes;
    private Duration clockOff = Duration.ZERO;
    private int built;
    private int sequence;

    /**
     * A record of a stream that came through a mapping's filter.
     *
     * @param mapping the mapping
     * @param table its table
     * @param sequence its number
     * @param key its row's key
     */
    record Seen(String mapping, String table, String sequence, Map<String, AttributeValue> key) {}

    /** @param classes where the functions' classes are */
    Day(Plan plan, Founding founding, ClassLoader classes, boolean isTold) {
        this.plan = plan;
        this.classes = classes;
        this.agenda = new Agenda(plan.start());
        this.random = new SplittableRandom(plan.seed() * 31 + 17);
        this.story = new Story(agenda.clock(), isTold);
        this.tables = founding.tables();
        this.aws = founding.aws(tables, agenda.clock());
        this.troubles = new Troubles(plan, turns, agenda, random.split(), story, this::repeat);
        aws.calls().failBy(troubles);
        AT_WORK.forEach(name -> workers.put(
                name, new Worker(aws.template().function(name), this::maker, agenda.clock()::instant, story)));
        Knocking knocking = new Knocking(worker("Webhook"), worker("Acknowledge"), turns, agenda, story);
        this.town = new Town(plan, knocking, agenda, random.split(), story);
        this.graph = new Graph(troubles, Set.of("tip_update", "officer_alert", "officer_tip"), town);
        aws.sns().onSms(town::ring);
        workers.values().forEach(this::feed);
        tables.onChange(this::changed);
    }

    private Worker worker(String name) {
        return java.util.Objects.requireNonNull(workers.get(name));
    }

    /** What builds the next handler: each has chance, and perhaps a clock, of its own. */
    private HandlerMaker maker() {
        long seed = plan.seed() * 1_000_003 + built++;
        return new HandlerMaker(
                aws,
                Clock.offset(agenda.clock(), clockOff),
                graph,
                log.stream(),
                () -> new SeededRandom(seed),
                length -> {
                    agenda.sleep(length);
                    Invocation.current().mustLive(agenda.clock().instant());
                },
                classes);
    }

    private void feed(Worker worker) {
        Function function = worker.declared();
        function.events(StreamMapping.class).forEach(mapping -> {
            String name = function.logicalId() + "." + mapping.name();
            String table = aws.table(mapping.table());
            Delivery delivery = new Delivery(
                    mapping,
                    worker,
                    mapping.failedQueue()
                            .map(arn -> new FailedQueue(
                                    aws.sqs(),
                                    Account.queueUrl(arn.substring(arn.lastIndexOf(':') + 1)),
                                    function,
                                    Account.tableArn(table) + "/stream/day")),
                    agenda.clock(),
                    agenda::sleep,
                    log.journal(agenda.clock(), "streams"));
            feeds.computeIfAbsent(table, _ -> new ArrayList<>())
                    .add(new Feed(name, mapping, delivery, plan, turns, agenda, random.split(), story));
            filters.computeIfAbsent(table, _ -> new ArrayList<>())
                    .add(FILTERS.computeIfAbsent(mapping.patterns(), RecordFilter::new));
        });
    }

    /** A row changed: its table's stream tells those who want to know. */
    private void changed(Tables.Changed changed) {
        String table = changed.table().name();
        List<Feed> wanting = feeds.getOrDefault(table, List.of());
        if (wanting.isEmpty()) {
            return;
        }
        ObjectNode json = RecordJson.of(record(changed), Account.tableArn(table) + "/stream/day");
        Change change = new Change(
                "shard",
                json.path("dynamodb").path("SequenceNumber").asText(),
                laneOf(changed.key()),
                agenda.clock().instant(),
                json);
        for (int i = 0; i < wanting.size(); i++) {
            if (filters.getOrDefault(table, List.of()).get(i).passes(json)) {
                records.add(new Seen(wanting.get(i).name(), table, change.sequence(), changed.key()));
                wanting.get(i).take(change);
            }
        }
    }

    /** By the keys' texts, for the hash of the SDK's own values is another in each process. */
    private static int laneOf(Map<String, AttributeValue> key) {
        return key.values().stream()
                        .mapToInt(value -> String.valueOf(value.s()).hashCode())
                        .sum()
                & Integer.MAX_VALUE;
    }

    private Record record(Tables.Changed changed) {
        String view = changed.table().streamView().orElseThrow();
        StreamRecord.Builder row = StreamRecord.builder()
                .approximateCreationDateTime(agenda.clock().instant())
                .keys(changed.key())
                .sequenceNumber("%021d".formatted(++sequence))
                .sizeBytes(1L)
                .streamViewType(view);
        if (view.startsWith("NEW") && !changed.after().isEmpty()) {
            row.newImage(changed.after());
        }
        if (view.endsWith("OLD_IMAGES") && !changed.before().isEmpty()) {
            row.oldImage(changed.before());
        }
        OperationType what = changed.before().isEmpty()
                ? OperationType.INSERT
                : changed.after().isEmpty() ? OperationType.REMOVE : OperationType.MODIFY;
        return Record.builder()
                .eventID(Integer.toString(sequence))
                .eventName(what)
                .eventVersion("1.1")
                .awsRegion(Account.REGION)
                .dynamodb(row.build())
                .build();
    }

    /** The SDK asks again, having heard no answer: what was done once may be done twice, or refused the second time. */
    private void repeat(Call call) {
        switch (call.request()) {
            case software.amazon.awssdk.services.dynamodb.model.PutItemRequest put -> tables.putItem(put);
            case software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest update -> tables.updateItem(update);
            case software.amazon.awssdk.services.sns.model.PublishRequest publish ->
                aws.sns().publish(publish);
            // a transaction has a token by which DynamoDB knows it again; reading twice changes nothing
            default -> {}
        }
    }

    /** Lives through it. */
    Day live() {
        plan.steps(Step.Deployed.class)
                .forEach(step -> agenda.at(plan.start().plus(step.at()), () -> {
                    story.tell(() -> "*** all functions are deployed anew");
                    story.fault("deployed");
                    workers.values().forEach(Worker::deploy);
                }));
        plan.steps(Step.StoodStill.class)
                .forEach(step -> agenda.at(plan.start().plus(step.at()), () -> {
                    story.tell(() -> "*** everything stands still for %d seconds"
                            .formatted(step.length().toSeconds()));
                    story.fault("stood still");
                    workers.values().forEach(Worker::hurtAll);
                    agenda.clock().move(step.length());
                }));
        plan.steps(Step.ClockOff.class)
                .forEach(step -> agenda.at(plan.start().plus(step.at()), () -> {
                    story.fault("clock off");
                    clockOff = step.by();
                    workers.values().forEach(Worker::deploy);
                }));
        town.begin();
        workers.values()
                .forEach(worker -> worker.declared()
                        .events(Schedule.class)
                        .filter(schedule -> schedule.input().contains("due"))
                        .forEach(schedule -> tick(worker, schedule, plan.start().plus(schedule.every()))));
        work();
        return this;
    }

    private void tick(Worker worker, Schedule schedule, Instant at) {
        agenda.again(at, () -> {
            tick(worker, schedule, at.plus(schedule.every()));
            // a sweep that finds nothing does nothing, and most of a day's three thousand find nothing
            if (isDue()) {
                turns.begin(() -> {
                    try {
                        worker.call(schedule.input().getBytes(StandardCharsets.UTF_8));
                    } catch (FunctionFailed _) {
                        story.tell(() -> "  a sweep of %s failed"
                                .formatted(worker.declared().logicalId()));
                    }
                });
            }
        });
    }

    private boolean isDue() {
        long soon = agenda.clock().instant().plusSeconds(2).toEpochMilli();
        return tables.earliest("dueAt").stream().anyMatch(due -> due <= soon);
    }

    private void work() {
        Instant end = plan.start().plus(END);
        turns.run();
        boolean more = true;
        while (more) {
            if (agenda.doneDue()) {
                turns.run();
            } else if (turns.isAwaited()) {
                turns.give(random, plan.usualInTen());
            } else {
                boolean isOver = !agenda.isBusy() && tables.earliest("dueAt").isEmpty();
                more = !isOver && agenda.goOn(end);
            }
        }
    }

    /** How many calls the functions made. */
    int calls() {
        return troubles.made();
    }

    Plan plan() {
        return plan;
    }

    Story story() {
        return story;
    }

    Tables tables() {
        return tables;
    }

    LocalAws aws() {
        return aws;
    }

    Logbook log() {
        return log;
    }

    Town town() {
        return town;
    }

    Graph graph() {
        return graph;
    }

    List<Seen> records() {
        return List.copyOf(records);
    }

    /** Whether the day ended with something still to do. */
    boolean isUnfinished() {
        return agenda.isBusy() || !tables.earliest("dueAt").isEmpty();
    }
}
