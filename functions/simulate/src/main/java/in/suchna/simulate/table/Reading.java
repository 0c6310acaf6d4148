package in.suchna.simulate.table;

import in.suchna.localaws.template.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A query of one partition, of the table or of an index. */
final class Reading {
    private final Shelf shelf;
    private final QueryRequest request;
    private final Optional<Table.Index> index;
    private final Given given;
    private final Condition condition;

    Reading(Shelf shelf, QueryRequest request) {
        this.shelf = shelf;
        this.request = request;
        this.index = Optional.ofNullable(request.indexName())
                .map(name -> shelf.table().indexes().stream()
                        .filter(i -> i.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Refused.invalid("The table does not have the specified index: " + name)));
        this.given = new Given(request.expressionAttributeNames(), request.expressionAttributeValues());
        this.condition = Expression.condition(request.keyConditionExpression(), given);
        given.mustBeUsed();
        if (index.isPresent() && Boolean.TRUE.equals(request.consistentRead())) {
            throw Refused.invalid("Consistent reads are not supported on global secondary indexes");
        }
    }

    QueryResponse answer() {
        NavigableMap<Shelf.Place, Map<String, AttributeValue>> partition = shelf.partition(
                index,
                hashOf(condition).orElseThrow(() -> Refused.invalid("Query condition missed key schema element")));
        if (Boolean.FALSE.equals(request.scanIndexForward())) {
            partition = partition.descendingMap();
        }
        if (request.hasExclusiveStartKey()) {
            partition = partition.tailMap(shelf.place(key(), request.exclusiveStartKey()), false);
        }
        int limit = Optional.ofNullable(request.limit()).orElse(Integer.MAX_VALUE);
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        for (Map<String, AttributeValue> item : partition.values()) {
            if (found.size() < limit && condition.holds(item, given)) {
                found.add(item);
            }
        }
        QueryResponse.Builder answer = QueryResponse.builder()
                .items(found.stream().map(this::projected).toList())
                .count(found.size());
        return found.size() < limit
                ? answer.build()
                : answer.lastEvaluatedKey(keys(found.getLast())).build();
    }

    private Table.Key key() {
        return index.map(Table.Index::key).orElse(shelf.table().key());
    }

    /** The partition a key condition names. */
    private Optional<String> hashOf(Condition part) {
        return switch (part) {
            case Condition.All(List<Condition> parts) ->
                parts.stream().map(this::hashOf).flatMap(Optional::stream).findFirst();
            case Condition.Compare(Operand.Path path, String how, Operand.Value value)
            when how.equals("=") && given.name(path.word()).equals(key().hash()) ->
                Optional.ofNullable(given.value(value.placeholder()).s());
            default -> Optional.empty();
        };
    }

    private Map<String, AttributeValue> keys(Map<String, AttributeValue> item) {
        return only(item, keyNames());
    }

    private Set<String> keyNames() {
        Set<String> names = new HashSet<>(shelf.keyNames().toList());
        names.add(key().hash());
        key().range().ifPresent(names::add);
        return names;
    }

    private Map<String, AttributeValue> projected(Map<String, AttributeValue> item) {
        if (index.isEmpty() || index.get().projection().equals("ALL")) {
            return item;
        }
        Set<String> names = keyNames();
        names.addAll(index.get().included());
        return only(item, names);
    }

    private static Map<String, AttributeValue> only(Map<String, AttributeValue> item, Set<String> names) {
        Map<String, AttributeValue> some = new HashMap<>();
        names.stream().filter(item::containsKey).flatMap(Stream::of).forEach(name -> some.put(name, item.get(name)));
        return some;
    }
}
