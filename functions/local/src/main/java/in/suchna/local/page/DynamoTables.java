package in.suchna.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Tables in DynamoDB, read by scanning, which only a table on one machine is small enough for. */
public final class DynamoTables implements Tables {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SCANNED = 20_000;
    private static final List<String> TIMES = List.of("updatedAt", "createdAt", "keptAt", "sentAt", "seenAt", "at");

    private final DynamoDbClient dynamo;
    private final Map<String, String> physical;

    /** @param physical the tables' names in DynamoDB by their names in template.yaml */
    public DynamoTables(DynamoDbClient dynamo, Map<String, String> physical) {
        this.dynamo = dynamo;
        this.physical = new TreeMap<>(physical);
    }

    @Override
    public List<String> names() {
        return List.copyOf(physical.keySet());
    }

    @Override
    public List<ObjectNode> newest(String table, int limit) {
        String name = physical.get(table);
        if (name == null) {
            return List.of();
        }
        PriorityQueue<Map<String, AttributeValue>> best =
                new PriorityQueue<>(Comparator.comparingLong(DynamoTables::timeOf));
        dynamo.scanPaginator(ScanRequest.builder().tableName(name).build()).items().stream()
                .limit(MOST_SCANNED)
                .forEach(item -> {
                    best.add(item);
                    if (best.size() > limit) {
                        best.poll();
                    }
                });
        return best.stream()
                .sorted(Comparator.comparingLong(DynamoTables::timeOf).reversed())
                .map(DynamoTables::json)
                .toList();
    }

    private static long timeOf(Map<String, AttributeValue> item) {
        return TIMES.stream()
                .map(item::get)
                .flatMap(value -> Optional.ofNullable(value).map(AttributeValue::n).stream())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static ObjectNode json(Map<String, AttributeValue> item) {
        ObjectNode node = JSON.createObjectNode();
        new TreeMap<>(item).forEach((name, value) -> node.set(name, json(value)));
        return node;
    }

    /** Numbers stay texts, lest a browser rounds them; bytes are told by their count. */
    private static JsonNode json(AttributeValue value) {
        return switch (value.type()) {
            case S -> JSON.getNodeFactory().textNode(value.s());
            case N -> JSON.getNodeFactory().textNode(value.n());
            case B -> bytes(value.b().asByteArrayUnsafe().length);
            case BOOL -> JSON.getNodeFactory().booleanNode(value.bool());
            case M -> json(value.m());
            case L -> array(value.l().stream().map(DynamoTables::json).toList());
            case SS -> array(value.ss().stream().map(text -> (JsonNode) JSON.getNodeFactory().textNode(text)).toList());
            case NS -> array(value.ns().stream().map(text -> (JsonNode) JSON.getNodeFactory().textNode(text)).toList());
            case NUL, BS, UNKNOWN_TO_SDK_VERSION -> JSON.nullNode();
        };
    }

    private static ObjectNode bytes(int count) {
        return JSON.createObjectNode().put("bytes", count);
    }

    private static ArrayNode array(List<? extends JsonNode> elements) {
        ArrayNode array = JSON.createArrayNode();
        elements.forEach(array::add);
        return array;
    }
}
