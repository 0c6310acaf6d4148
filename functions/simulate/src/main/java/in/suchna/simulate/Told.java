package in.suchna.simulate;

import in.suchna.localaws.policy.Call;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** A call in few words, for who reads a story. */
final class Told {
    private static final int SHOWN = 24;

    private Told() {}

    static String of(Call call) {
        return switch (call.request()) {
            case PutItemRequest put -> "put " + put.tableName() + " " + row(put.item());
            case UpdateItemRequest update ->
                "update %s %s %s".formatted(update.tableName(), row(update.key()), update.updateExpression());
            case QueryRequest query ->
                "query " + query.tableName() + (query.indexName() == null ? "" : " by " + query.indexName());
            case TransactWriteItemsRequest request ->
                request.transactItems().stream().map(Told::part).collect(Collectors.joining(", ", "together: ", ""));
            case PublishRequest publish -> "SMS to %s: %s".formatted(publish.phoneNumber(), publish.message());
            default -> call.operation();
        };
    }

    private static String part(TransactWriteItem item) {
        if (item.put() != null) {
            return "put " + item.put().tableName() + " " + row(item.put().item());
        }
        return item.update() == null
                ? "delete"
                : "update " + item.update().tableName() + " "
                        + row(item.update().key());
    }

    private static String row(Map<String, AttributeValue> item) {
        return java.util.stream.Stream.of("id", "tip", "reference", "alert", "state", "status", "rung")
                .filter(item::containsKey)
                .map(item::get)
                .map(value -> value.s() == null ? value.n() : value.s())
                .map(text -> text.length() > SHOWN ? text.substring(0, 8) + "…" : text)
                .collect(Collectors.joining(" "));
    }
}
