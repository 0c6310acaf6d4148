package in.suchna.local.stream;

import in.suchna.journal.Journal;
import in.suchna.local.alarm.Metrics;
import in.suchna.local.function.LocalFunction;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Event.StreamMapping;
import in.suchna.localaws.template.Function;
import in.suchna.surroundings.Pause;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All stream mappings of the template at work. */
public final class Mappings {
    private static final List<String> READING = List.of(
            "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream", "dynamodb:ListStreams");

    private final LocalAws aws;
    private final Checkpoints checkpoints;
    private final Journal journal;
    private final Metrics metrics;
    private final Clock clock;
    private final Map<String, List<Mapping>> byTable = new HashMap<>();

    /**
     * Makes them, but reads nothing before {@link #start()}.
     *
     * @param clock the stack's, by which it is measured how late records are
     * @throws MappingRefused if a role doesn't allow what its mapping needs
     */
    public Mappings(
            LocalAws aws,
            Collection<LocalFunction> functions,
            Checkpoints checkpoints,
            Journal journal,
            Metrics metrics,
            Clock clock) {
        this.aws = aws;
        this.checkpoints = checkpoints;
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
        for (LocalFunction function : functions) {
            function.declared().events(StreamMapping.class).forEach(mapping -> {
                String arn = Account.tableArn(aws.table(mapping.table()));
                byTable.computeIfAbsent(arn, _ -> new ArrayList<>()).add(mapping(function, mapping));
            });
        }
    }

    private Mapping mapping(LocalFunction function, StreamMapping mapping) {
        Function declared = function.declared();
        String table = aws.table(mapping.table());
        READING.forEach(action -> mustAllow(declared, action, Account.tableArn(table) + "/stream/latest"));
        mapping.failedQueue().ifPresent(queue -> mustAllow(declared, "sqs:SendMessage", queue));
        String streamArn =
                aws.dynamo().describeTable(d -> d.tableName(table)).table().latestStreamArn();
        String name = declared.logicalId() + "." + mapping.name();
        Optional<FailedQueue> failed = mapping.failedQueue()
                .map(arn -> new FailedQueue(
                        aws.clientOf(declared.logicalId(), SqsClient.class),
                        Account.queueUrl(arn.substring(arn.lastIndexOf(':') + 1)),
                        declared,
                        streamArn));
        // records are stamped by DynamoDB Local, which has no clock but the machine's
        Lateness lateness = new Lateness(declared, metrics, clock);
        Delivery delivery =
                new Delivery(mapping, function, failed, Clock.systemUTC(), Pause.REAL, journal, lateness::handed);
        StreamTap tap = new StreamTap(aws.streams(), streamArn, checkpoints.of(name));
        return new Mapping(name, mapping, tap, delivery, lateness, checkpoints, journal);
    }

    private static void mustAllow(Function function, String action, String resource) {
        if (!function.role().allows(action, resource)) {
            throw new MappingRefused(function.logicalId(), action, resource);
        }
    }

    /** Begins to read, and wakes up whenever a function writes to a table. */
    public void start() {
        byTable.values().forEach(mappings -> mappings.forEach(Mapping::start));
        aws.calls().onSuccess(this::wakeFor);
    }

    private void wakeFor(Call call) {
        for (Call.Access access : call.accesses()) {
            if (access.writesTable()) {
                byTable.getOrDefault(access.resource(), List.of()).forEach(Mapping::wake);
            }
        }
    }

    /** Whether nothing read is waiting for a function. What nobody has read yet is not seen. */
    public boolean isIdle() {
        return byTable.values().stream().flatMap(List::stream).allMatch(Mapping::isIdle);
    }

    /** Stops; what is under way will be told again. */
    public void stop() throws InterruptedException {
        for (List<Mapping> mappings : byTable.values()) {
            for (Mapping mapping : mappings) {
                mapping.stop();
            }
        }
    }
}
