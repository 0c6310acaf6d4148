package in.suchna.localaws.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What DynamoDB bills for a call: read or write units, as its own answer says them, indexes and transactions included. */
public final class Units {
    private Units() {}

    /** The same request, with the wish to be told what it costs; a request of another service as it is. */
    public static SdkRequest asked(SdkRequest request) {
        ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
        return switch (request) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(total).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(total).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(total).build();
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(total).build();
            case TransactWriteItemsRequest together ->
                together.toBuilder().returnConsumedCapacity(total).build();
            default -> request;
        };
    }

    /** What an answer says that it cost; 0 where it says nothing. */
    public static double of(Object answer) {
        Collection<ConsumedCapacity> told = switch (answer) {
            case GetItemResponse get -> List.of(get.consumedCapacity());
            case BatchGetItemResponse get -> get.consumedCapacity();
            case QueryResponse query -> List.of(query.consumedCapacity());
            case PutItemResponse put -> List.of(put.consumedCapacity());
            case UpdateItemResponse update -> List.of(update.consumedCapacity());
            case DeleteItemResponse delete -> List.of(delete.consumedCapacity());
            case TransactWriteItemsResponse together -> together.consumedCapacity();
            default -> List.of();
        };
        return told.stream()
                .map(ConsumedCapacity::capacityUnits)
                .flatMap(units -> Optional.ofNullable(units).stream())
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
