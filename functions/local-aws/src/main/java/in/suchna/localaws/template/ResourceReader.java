package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Turns the template's resources into records. */
final class ResourceReader {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private static final Pattern HANDLER_METHOD = Pattern.compile("::.*");

    private final JsonNode root;
    private final Parameters parameters;
    private final Resolver resolver;
    private final PolicyReader policies;

    ResourceReader(JsonNode root, Parameters parameters) {
        this.root = root;
        this.parameters = parameters;
        this.resolver = new Resolver(root.path("Resources"), parameters, root.path("Conditions"));
        this.policies = new PolicyReader();
    }

    Template template() {
        List<Statement> keyDenials = each("AWS::KMS::Key", (_, p) -> p).entrySet().stream()
                .flatMap(key -> policies.denials(key.getValue().path("KeyPolicy"), keyArn(key.getKey())).stream())
                .toList();
        Map<String, Role> roles = new HashMap<>();
        each("AWS::IAM::Role", (id, p) -> policies.role(resolver.nameOf(id), p, keyDenials))
                .values()
                .forEach(role -> roles.put(role.arn(), role));
        return new Template(
                parameters.all(),
                each("AWS::DynamoDB::Table", this::table),
                each("AWS::Serverless::Function", (id, p) -> function(id, p, roles)),
                each("AWS::SQS::Queue", (id, _) -> resolver.nameOf(id)),
                each("AWS::KMS::Key", (id, _) -> resolver.nameOf(id)),
                each("AWS::S3::Bucket", (id, _) -> resolver.nameOf(id)),
                each(
                        "AWS::CloudWatch::Dashboard",
                        (_, p) -> p.path("DashboardBody").asText()),
                each("AWS::CloudWatch::Alarm", new AlarmReader()::alarm),
                each("AWS::SNS::Topic", (id, p) -> new Topic(resolver.attribute(id, "Arn"), addresses(p))));
    }

    private static List<String> addresses(JsonNode topic) {
        return elements(topic.path("Subscription")).stream()
                .map(subscription -> subscription.path("Endpoint").asText())
                .toList();
    }

    private String keyArn(String logicalId) {
        return Account.arn("kms", "key/" + resolver.nameOf(logicalId));
    }

    private <T> Map<String, T> each(String type, BiFunction<String, JsonNode, T> read) {
        Map<String, T> found = new TreeMap<>();
        root.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type) && resolver.isThere(resource.getValue())) {
                JsonNode properties = resolver.resolve(resource.getValue().path("Properties"));
                found.put(resource.getKey(), read.apply(resource.getKey(), properties));
            }
        });
        return found;
    }

    private Table table(String logicalId, JsonNode properties) {
        Map<String, String> types = new HashMap<>();
        properties
                .path("AttributeDefinitions")
                .forEach(a -> types.put(
                        a.path("AttributeName").asText(),
                        a.path("AttributeType").asText()));
        return new Table(
                logicalId,
                resolver.nameOf(logicalId),
                types,
                key(properties.path("KeySchema")),
                elements(properties.path("GlobalSecondaryIndexes")).stream()
                        .map(ResourceReader::index)
                        .toList(),
                text(properties.path("StreamSpecification").path("StreamViewType")),
                text(properties.path("TimeToLiveSpecification").path("AttributeName")));
    }

    private static Table.Index index(JsonNode index) {
        JsonNode projection = index.path("Projection");
        return new Table.Index(
                index.path("IndexName").asText(),
                key(index.path("KeySchema")),
                projection.path("ProjectionType").asText(),
                texts(projection.path("NonKeyAttributes")));
    }

    private static Table.Key key(JsonNode schema) {
        return new Table.Key(
                schema.path(0).path("AttributeName").asText(),
                text(schema.path(1).path("AttributeName")));
    }

    private Function function(String logicalId, JsonNode own, Map<String, Role> roles) {
        JsonNode global = resolver.resolve(root.path("Globals").path("Function"));
        Map<String, String> environment = new HashMap<>();
        for (JsonNode level : List.of(global, own)) {
            level.path("Environment")
                    .path("Variables")
                    .properties()
                    .forEach(v -> environment.put(v.getKey(), v.getValue().asText()));
        }
        Role role = Optional.ofNullable(roles.get(own.path("Role").asText()))
                .orElseThrow(() -> new TemplateBroken("The function " + logicalId + " has no role of its own"));
        int timeout = own.path("Timeout").asInt(global.path("Timeout").asInt(3));
        return new Function(
                logicalId,
                resolver.nameOf(logicalId),
                HANDLER_METHOD.matcher(own.path("Handler").asText()).replaceFirst(""),
                Duration.ofSeconds(timeout),
                environment,
                role,
                own.path("Events").properties().stream()
                        .map(event -> event(event.getKey(), event.getValue()))
                        .toList());
    }

    private Event event(String name, JsonNode event) {
        JsonNode properties = event.path("Properties");
        return switch (event.path("Type").asText()) {
            case "HttpApi" ->
                new Event.HttpRoute(
                        name,
                        properties.path("ApiId").asText(),
                        properties.path("Method").asText(),
                        properties.path("Path").asText());
            case "DynamoDB" -> mapping(name, properties);
            case "Schedule" ->
                new Event.Schedule(
                        name,
                        rate(properties.path("Schedule").asText()),
                        properties.path("Input").asText("{}"));
            default -> throw new TemplateBroken("The event " + name + " is of a type not known here yet");
        };
    }

    private Event.StreamMapping mapping(String name, JsonNode properties) {
        String stream = properties.path("Stream").asText();
        int age = properties.path("MaximumRecordAgeInSeconds").asInt(-1);
        return new Event.StreamMapping(
                name,
                tableOf(stream),
                properties.path("BatchSize").asInt(100),
                properties.path("ParallelizationFactor").asInt(1),
                Duration.ofSeconds(
                        properties.path("MaximumBatchingWindowInSeconds").asLong(0)),
                elements(properties.path("FilterCriteria").path("Filters")).stream()
                        .map(filter -> filter.path("Pattern").asText())
                        .toList(),
                properties.path("MaximumRetryAttempts").asInt(-1),
                age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
                properties.path("BisectBatchOnFunctionError").asBoolean(false),
                texts(properties.path("FunctionResponseTypes")).contains("ReportBatchItemFailures"),
                text(properties.path("DestinationConfig").path("OnFailure").path("Destination")));
    }

    private String tableOf(String streamArn) {
        return each("AWS::DynamoDB::Table", (id, _) -> resolver.nameOf(id)).entrySet().stream()
                .filter(table -> streamArn.startsWith(Account.tableArn(table.getValue()) + "/stream/"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new TemplateBroken("No table of template.yaml has the stream " + streamArn));
    }

    private static Duration rate(String schedule) {
        Matcher rate = RATE.matcher(schedule);
        if (!rate.matches()) {
            throw new TemplateBroken("Only schedules of the form rate(5 minutes) are known here, not " + schedule);
        }
        long count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    static Optional<String> text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The texts of a list, or the one text that stands in its place. */
    static List<String> texts(JsonNode node) {
        return node.isArray()
                ? elements(node).stream().map(JsonNode::asText).toList()
                : text(node).map(List::of).orElse(List.of());
    }
}
