package in.suchna.local.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import in.suchna.localaws.LocalAws;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables read by scans: good enough for a person who looks, on a machine with little in it. */
public final class ScannedTables implements Tables {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TIMES = List.of("updatedAt", "keptAt", "sentAt", "createdAt", "lastMessageAt");

    private final LocalAws aws;

    public ScannedTables(LocalAws aws) {
        this.aws = aws;
    }

    @Override
    public List<String> names() {
        return aws.template().tables().keySet().stream().sorted().toList();
    }

    @Override
    public List<JsonNode> newest(String name, int limit) {
        Comparator<Map<String, AttributeValue>> byTime = Comparator.comparingLong(ScannedTables::newestTime);
        return aws.dynamo().scanPaginator(scan -> scan.tableName(aws.table(name))).items().stream()
                .sorted(byTime.reversed())
                .limit(limit)
                .<JsonNode>map(ScannedTables::plain)
                .toList();
    }

    private static long newestTime(Map<String, AttributeValue> item) {
        return TIMES.stream()
                .flatMap(name -> Stream.ofNullable(item.get(name)))
                .map(AttributeValue::n)
                .flatMap(Stream::ofNullable)
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    private static ObjectNode plain(Map<String, AttributeValue> item) {
        ObjectNode node = JSON.objectNode();
        new TreeMap<>(item).forEach((name, value) -> node.set(name, plain(value)));
        return node;
    }

    private static JsonNode plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> TextNode.valueOf(value.s());
            case N -> JSON.numberNode(new BigDecimal(value.n()));
            case B -> TextNode.valueOf("sealed, " + value.b().asByteArrayUnsafe().length + " bytes");
            case BOOL -> JSON.booleanNode(value.bool());
            case M -> plain(value.m());
            case L -> {
                ArrayNode list = JSON.arrayNode();
                value.l().forEach(element -> list.add(plain(element)));
                yield list;
            }
            case SS, NS, BS, NUL, UNKNOWN_TO_SDK_VERSION -> TextNode.valueOf(value.toString());
        };
    }
}
