package in.suchna.simulate.table;

import in.suchna.localaws.template.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The tables of a template in memory, for one thread at a time. What a test against DynamoDB Local does not hold it to, it
 * refuses.
 */
public final class Tables implements DynamoDbClient {

    /**
     * A row that changed.
     *
     * @param table its table
     * @param key its key
     * @param before the row before; empty for a new one
     * @param after the row after; empty for one that went
     */
    public record Changed(
            Table table,
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {}

    private final Map<String, Shelf> shelves = new HashMap<>();
    private Consumer<Changed> listener = _ -> {};

    public Tables(Collection<Table> tables) {
        tables.forEach(table -> shelves.put(table.name(), new Shelf(table)));
    }

    /** Other tables with the same rows. */
    public Tables copy() {
        Tables copy = new Tables(shelves.values().stream().map(Shelf::table).toList());
        shelves.forEach((name, shelf) -> copy.shelf(name).fillFrom(shelf));
        return copy;
    }

    /** Tells each change from now on, when it is done. */
    public void onChange(Consumer<Changed> told) {
        listener = told;
    }

    /** The earliest number that stands under an attribute by which an index is ordered, of each partition that has any. */
    public List<Long> earliest(String attribute) {
        return shelves.values().stream()
                .flatMap(shelf -> shelf.earliest(attribute))
                .toList();
    }

    private Shelf shelf(String name) {
        Shelf shelf = shelves.get(name);
        if (shelf == null) {
            throw Refused.noTable();
        }
        return shelf;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        Shelf shelf = shelf(request.tableName());
        mustBePlain(request.projectionExpression());
        Map<String, AttributeValue> item = shelf.find(shelf.whole(request.key()));
        GetItemResponse.Builder answer = GetItemResponse.builder();
        return item.isEmpty() ? answer.build() : answer.item(item).build();
    }

    private static void mustBePlain(@Nullable Object asked) {
        if (asked != null) {
            throw new IllegalArgumentException("Such a request is not known here");
        }
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        Write write = Write.put(
                shelf(request.tableName()),
                request.item(),
                request.conditionExpression(),
                new Given(request.expressionAttributeNames(), request.expressionAttributeValues()));
        alone(write, request.returnValuesOnConditionCheckFailure());
        return PutItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        Write write = Write.delete(
                shelf(request.tableName()),
                request.key(),
                request.conditionExpression(),
                new Given(request.expressionAttributeNames(), request.expressionAttributeValues()));
        alone(write, request.returnValuesOnConditionCheckFailure());
        return DeleteItemResponse.builder().build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        Write write = Write.update(
                shelf(request.tableName()),
                request.key(),
                request.updateExpression(),
                request.conditionExpression(),
                new Given(request.expressionAttributeNames(), request.expressionAttributeValues()));
        Changed changed = alone(write, request.returnValuesOnConditionCheckFailure());
        UpdateItemResponse.Builder answer = UpdateItemResponse.builder();
        ReturnValue wanted = Optional.ofNullable(request.returnValues()).orElse(ReturnValue.NONE);
        return switch (wanted) {
            case NONE -> answer.build();
            case ALL_NEW -> answer.attributes(changed.after()).build();
            case ALL_OLD -> answer.attributes(changed.before()).build();
            default -> throw new IllegalArgumentException("Not known here: " + wanted);
        };
    }

    private Changed alone(Write write, @Nullable ReturnValuesOnConditionCheckFailure wanted) {
        if (!write.mayHappen()) {
            boolean shown = wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD;
            throw Refused.condition(shown ? write.now() : Map.of());
        }
        Changed changed = write.happen();
        tell(changed);
        return changed;
    }

    /** As in DynamoDB, a write that changes nothing is no change. */
    private void tell(Changed changed) {
        if (!changed.before().equals(changed.after())) {
            listener.accept(changed);
        }
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        List<Write> writes = request.transactItems().stream().map(this::writeOf).toList();
        Set<String> touched = new HashSet<>();
        for (Write write : writes) {
            if (!touched.add(write.shelf().table().name() + write.key())) {
                throw Refused.invalid("Transaction request cannot include multiple operations on one item");
            }
        }
        List<CancellationReason> reasons = writes.stream()
                .map(write -> CancellationReason.builder()
                        .code(write.mayHappen() ? "None" : "ConditionalCheckFailed")
                        .build())
                .toList();
        if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
            throw Refused.canceled(reasons);
        }
        List<Changed> changes = new ArrayList<>();
        writes.forEach(write -> changes.add(write.happen()));
        changes.forEach(this::tell);
        return TransactWriteItemsResponse.builder().build();
    }

    private Write writeOf(TransactWriteItem item) {
        if (item.put() != null) {
            return Write.put(
                    shelf(item.put().tableName()),
                    item.put().item(),
                    item.put().conditionExpression(),
                    new Given(item.put().expressionAttributeNames(), item.put().expressionAttributeValues()));
        }
        if (item.update() != null) {
            return Write.update(
                    shelf(item.update().tableName()),
                    item.update().key(),
                    item.update().updateExpression(),
                    item.update().conditionExpression(),
                    new Given(
                            item.update().expressionAttributeNames(),
                            item.update().expressionAttributeValues()));
        }
        if (item.delete() != null) {
            return Write.delete(
                    shelf(item.delete().tableName()),
                    item.delete().key(),
                    item.delete().conditionExpression(),
                    new Given(
                            item.delete().expressionAttributeNames(),
                            item.delete().expressionAttributeValues()));
        }
        throw new IllegalArgumentException("Such a part of a transaction is not known here");
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        mustBePlain(request.projectionExpression());
        mustBePlain(request.filterExpression());
        return new Reading(shelf(request.tableName()), request).answer();
    }

    /** All rows at once, unfiltered. */
    @Override
    public ScanResponse scan(ScanRequest request) {
        mustBePlain(request.projectionExpression());
        mustBePlain(request.filterExpression());
        mustBePlain(request.limit());
        List<Map<String, AttributeValue>> all = shelf(request.tableName()).all();
        return ScanResponse.builder().items(all).count(all.size()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
