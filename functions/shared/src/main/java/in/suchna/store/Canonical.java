package in.suchna.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row as one text, the same whoever reads it: JSON with DynamoDB's types, the attributes in the order of their names. How
 * long it is kept is left out, for a case may prolong it.
 */
public final class Canonical {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Canonical() {}

    /** The text. */
    public static String textOf(Row row) {
        Map<String, AttributeValue> item = new TreeMap<>(row.item());
        item.remove(Retention.ATTRIBUTE);
        item.remove(Holds.ASIDE);
        try {
            return JSON.writeValueAsString(node(item));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row can't be written as JSON", e);
        }
    }

    private static ObjectNode node(Map<String, AttributeValue> item) {
        ObjectNode node = JSON.createObjectNode();
        new TreeMap<>(item).forEach((name, value) -> node.set(name, typed(value)));
        return node;
    }

    private static ObjectNode typed(AttributeValue value) {
        ObjectNode typed = JSON.createObjectNode();
        switch (value.type()) {
            case S -> typed.put("S", value.s());
            case N -> typed.put("N", value.n());
            case B ->
                typed.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case BOOL -> typed.put("BOOL", value.bool());
            case NUL -> typed.put("NULL", true);
            case M -> typed.set("M", node(value.m()));
            case L -> {
                ArrayNode list = typed.putArray("L");
                value.l().forEach(element -> list.add(typed(element)));
            }
            case SS -> value.ss().stream().sorted().forEach(typed.putArray("SS")::add);
            case NS -> value.ns().stream().sorted().forEach(typed.putArray("NS")::add);
            case BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("A row of a timeline has no attribute of type " + value.type());
        }
        return typed;
    }
}
