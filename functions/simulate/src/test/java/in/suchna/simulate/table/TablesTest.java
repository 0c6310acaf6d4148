package in.suchna.simulate.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.localaws.LocalParameters;
import in.suchna.localaws.dynamo.EmbeddedDynamo;
import in.suchna.localaws.template.Table;
import in.suchna.localaws.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Holds the tables in memory against DynamoDB Local: the same requests, drawn at random, must get the same answers. */
class TablesTest {
    private static final Template TEMPLATE =
            Template.read(Path.of("../../template.yaml").toAbsolutePath().normalize(), LocalParameters.with(Map.of()));
    private static final Table ALERTS = TEMPLATE.table("Alerts");
    private static final int REQUESTS = 1_500;
    private static final List<String> CONDITIONS = List.of(
            "attribute_not_exists(tip)",
            "attribute_exists(tip)",
            "#state = :one",
            "#state <> :one",
            "attribute_exists(tip) AND (#state <> :one OR onMyWay <> :two)",
            "#state IN (:one, :two) AND n = :n",
            "n < :n",
            "n >= :n OR begins_with(alert, :two)",
            "NOT #state = :one");
    private static final List<String> UPDATES = List.of(
            "SET #state = :one, n = n + :n, dueAt = :n",
            "SET #state = :two, due = :one, dueAt = :n",
            "SET onMyWay = :one REMOVE due, dueAt",
            "REMOVE #state",
            "ADD n :n",
            "SET n = if_not_exists(n, :n) - :n, awaited = :two");

    private final Random random = new Random(7);

    private String word() {
        return List.of("a", "b", "climb#0", "climb#1").get(random.nextInt(4));
    }

    private AttributeValue text() {
        return AttributeValue.fromS(word());
    }

    private AttributeValue number() {
        return AttributeValue.fromN(List.of("0", "1", "7", "10", "100", "-3").get(random.nextInt(6)));
    }

    private Map<String, AttributeValue> key() {
        return Map.of("tip", text(), "alert", text());
    }

    /** Gives an expression what it asks for, and now and then more. */
    private Map<String, AttributeValue> values(String... expressions) {
        String all = String.join(" ", expressions);
        Map<String, AttributeValue> values = new HashMap<>();
        if (all.contains(":one") || random.nextInt(40) == 0) {
            values.put(":one", text());
        }
        if (all.contains(":two")) {
            values.put(":two", text());
        }
        if (all.contains(":n")) {
            values.put(":n", number());
        }
        return values;
    }

    private static Map<String, String> names(String... expressions) {
        return String.join(" ", expressions).contains("#state") ? Map.of("#state", "state") : Map.of();
    }

    private Map<String, AttributeValue> item() {
        Map<String, AttributeValue> item = new HashMap<>(key());
        item.put("state", text());
        if (random.nextBoolean()) {
            item.put("due", AttributeValue.fromS("0"));
            item.put("dueAt", random.nextInt(20) == 0 ? text() : number());
        }
        if (random.nextBoolean()) {
            item.put("awaited", text());
        }
        item.put("n", number());
        item.put("list", AttributeValue.fromL(List.of(text(), number())));
        return item;
    }

    private PutItemRequest put() {
        String condition = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
        PutItemRequest.Builder put =
                PutItemRequest.builder().tableName(ALERTS.name()).item(item());
        return random.nextInt(4) == 0
                ? put.build()
                : put.conditionExpression(condition)
                        .expressionAttributeNames(orNone(names(condition)))
                        .expressionAttributeValues(orNone(values(condition)))
                        .build();
    }

    private static <V> Map<String, V> orNone(Map<String, V> map) {
        return map.isEmpty() ? software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap.getInstance() : map;
    }

    private UpdateItemRequest update() {
        String condition = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
        String update = UPDATES.get(random.nextInt(UPDATES.size()));
        return UpdateItemRequest.builder()
                .tableName(ALERTS.name())
                .key(key())
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(orNone(names(condition, update)))
                .expressionAttributeValues(orNone(values(condition, update)))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private TransactWriteItemsRequest transaction() {
        List<TransactWriteItem> items = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        int parts = 1 + random.nextInt(3);
        while (items.size() < parts) {
            PutItemRequest put = put();
            UpdateItemRequest update = update();
            if (put.item().getOrDefault("dueAt", number()).type() != AttributeValue.Type.N
                    || update.updateExpression().contains("n + :n")) {
                // what would be invalid is told by DynamoDB Local in another order than by conditions; no function asks
                // so
                continue;
            }
            // DynamoDB refuses a transaction that touches a row twice; DynamoDB Local looks at the conditions first
            if (!touched.add(keyOf(put.item()) + "") || !touched.add(keyOf(update.key()) + "")) {
                continue;
            }
            items.add(
                    random.nextBoolean()
                            ? TransactWriteItem.builder()
                                    .put(p -> p.tableName(put.tableName())
                                            .item(put.item())
                                            .conditionExpression(put.conditionExpression())
                                            .expressionAttributeNames(put.expressionAttributeNames())
                                            .expressionAttributeValues(put.expressionAttributeValues()))
                                    .build()
                            : TransactWriteItem.builder()
                                    .update(u -> u.tableName(update.tableName())
                                            .key(update.key())
                                            .updateExpression(update.updateExpression())
                                            .conditionExpression(update.conditionExpression())
                                            .expressionAttributeNames(update.expressionAttributeNames())
                                            .expressionAttributeValues(update.expressionAttributeValues()))
                                    .build());
        }
        return TransactWriteItemsRequest.builder().transactItems(items).build();
    }

    private static List<Optional<AttributeValue>> keyOf(Map<String, AttributeValue> item) {
        return List.of(Optional.ofNullable(item.get("tip")), Optional.ofNullable(item.get("alert")));
    }

    private QueryRequest query() {
        QueryRequest.Builder query = QueryRequest.builder().tableName(ALERTS.name());
        switch (random.nextInt(4)) {
            case 0 ->
                query.keyConditionExpression("tip = :one")
                        .consistentRead(true)
                        .scanIndexForward(random.nextBoolean())
                        .expressionAttributeValues(Map.of(":one", text()));
            case 1 ->
                query.keyConditionExpression("tip = :one AND begins_with(alert, :p)")
                        .expressionAttributeValues(Map.of(":one", text(), ":p", AttributeValue.fromS("climb#")));
            case 2 ->
                query.indexName("due")
                        .keyConditionExpression("due = :one AND dueAt <= :n")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromS("0"), ":n", number()));
            default ->
                query.indexName("awaited")
                        .keyConditionExpression("awaited = :one")
                        .expressionAttributeValues(Map.of(":one", text()));
        }
        return query.build();
    }

    /** What a client answers, or how it refuses, as far as a handler can tell. */
    private static String told(DynamoDbClient client, Object request) {
        try {
            return switch (request) {
                case PutItemRequest put -> client.putItem(put).attributes().toString();
                case UpdateItemRequest update ->
                    sorted(client.updateItem(update).attributes());
                case TransactWriteItemsRequest transaction -> {
                    client.transactWriteItems(transaction);
                    yield "done";
                }
                case QueryRequest query -> items(client.query(query).items(), query);
                default -> throw new IllegalArgumentException("No such request");
            };
        } catch (ConditionalCheckFailedException e) {
            return "condition " + e.statusCode() + sorted(e.hasItem() ? e.item() : Map.of());
        } catch (TransactionCanceledException e) {
            return e.cancellationReasons().stream().map(reason -> reason.code()).toList() + "";
        } catch (DynamoDbException e) {
            return e.statusCode() + e.awsErrorDetails().errorCode();
        }
    }

    private static String items(List<Map<String, AttributeValue>> items, QueryRequest query) {
        List<String> texts =
                new ArrayList<>(items.stream().map(TablesTest::sorted).toList());
        if (Optional.ofNullable(query.indexName()).isPresent()) {
            // rows of one sort key stand in no order
            texts.sort(Comparator.naturalOrder());
        }
        return texts.toString();
    }

    private static String sorted(Map<String, AttributeValue> item) {
        return new java.util.TreeMap<>(item).toString();
    }

    @Test
    void theSameRequestsGetTheSameAnswersFromMemoryAndFromDynamoDbLocal() {
        Tables memory = new Tables(List.of(ALERTS));
        try (EmbeddedDynamo local = new EmbeddedDynamo(Optional.empty())) {
            local.make(List.of(ALERTS));
            for (int i = 0; i < REQUESTS; i++) {
                Object request = switch (random.nextInt(6)) {
                    case 0 -> put();
                    case 1, 2 -> update();
                    case 3 -> transaction();
                    default -> query();
                };
                assertThat(told(memory, request))
                        .as("request %d: %s", i, request)
                        .isEqualTo(told(local.client(), request));
            }
        }
    }

    @Test
    void pagesOfAQueryEndWhereTheLimitSaysAndGoOnBehindIt() {
        Tables memory = new Tables(List.of(ALERTS));
        for (int i = 0; i < 7; i++) {
            String alert = "a" + i;
            memory.putItem(p -> p.tableName(ALERTS.name())
                    .item(Map.of("tip", AttributeValue.fromS("t"), "alert", AttributeValue.fromS(alert))));
        }
        List<String> found = memory
                .queryPaginator(q -> q.tableName(ALERTS.name())
                        .keyConditionExpression("tip = :t")
                        .scanIndexForward(false)
                        .limit(3)
                        .expressionAttributeValues(Map.of(":t", AttributeValue.fromS("t"))))
                .items()
                .stream()
                .map(item -> java.util.Objects.requireNonNull(item.get("alert")).s())
                .toList();
        assertThat(found).containsExactly("a6", "a5", "a4", "a3", "a2", "a1", "a0");
    }

    @Test
    void whatIsNotKnownIsRefused() {
        Tables memory = new Tables(List.of(ALERTS));
        assertThatThrownBy(() -> memory.putItem(p -> p.tableName(ALERTS.name())
                        .item(Map.of("tip", text(), "alert", text()))
                        .conditionExpression("size(tip) > :n")
                        .expressionAttributeValues(Map.of(":n", number()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
