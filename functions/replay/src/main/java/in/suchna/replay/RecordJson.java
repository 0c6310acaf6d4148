package in.suchna.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** A stream's record as Lambda's event has it: binary values in base64, times in seconds. */
public final class RecordJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordJson() {}

    /** The record of the stream of the given ARN. */
    public static ObjectNode of(Record changed, String streamArn) {
        ObjectNode node = JSON.objectNode();
        node.put("eventID", changed.eventID());
        node.put("eventName", changed.eventNameAsString());
        node.put("eventVersion", changed.eventVersion());
        node.put("eventSource", "aws:dynamodb");
        node.put("awsRegion", changed.awsRegion());
        node.put("eventSourceARN", streamArn);
        if (changed.userIdentity() != null) {
            node.putObject("userIdentity")
                    .put("type", changed.userIdentity().type())
                    .put("principalId", changed.userIdentity().principalId());
        }
        StreamRecord change = changed.dynamodb();
        ObjectNode dynamodb = node.putObject("dynamodb");
        dynamodb.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
        dynamodb.set("Keys", item(change.keys()));
        if (change.hasNewImage()) {
            dynamodb.set("NewImage", item(change.newImage()));
        }
        if (change.hasOldImage()) {
            dynamodb.set("OldImage", item(change.oldImage()));
        }
        dynamodb.put("SequenceNumber", change.sequenceNumber());
        dynamodb.put("SizeBytes", change.sizeBytes());
        dynamodb.put("StreamViewType", change.streamViewTypeAsString());
        return node;
    }

    /** An item with its types, such as {@code {"id":{"S":"…"}}}. */
    public static ObjectNode item(Map<String, AttributeValue> item) {
        ObjectNode node = JSON.objectNode();
        item.forEach((name, value) -> node.set(name, value(value)));
        return node;
    }

    private static ObjectNode value(AttributeValue value) {
        ObjectNode typed = JSON.objectNode();
        switch (value.type()) {
            case S -> typed.put("S", value.s());
            case N -> typed.put("N", value.n());
            case B -> typed.put("B", base64(value.b()));
            case BOOL -> typed.put("BOOL", value.bool());
            case NUL -> typed.put("NULL", true);
            case M -> typed.set("M", item(value.m()));
            case L -> {
                ArrayNode list = typed.putArray("L");
                value.l().forEach(element -> list.add(value(element)));
            }
            case SS -> texts(typed.putArray("SS"), value.ss());
            case NS -> texts(typed.putArray("NS"), value.ns());
            case BS ->
                texts(
                        typed.putArray("BS"),
                        value.bs().stream().map(RecordJson::base64).toList());
            case UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("An attribute of a type this SDK doesn't know");
        }
        return typed;
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }
}
