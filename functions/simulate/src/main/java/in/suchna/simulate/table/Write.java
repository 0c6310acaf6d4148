package in.suchna.simulate.table;

import in.suchna.simulate.table.Tables.Changed;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A write that may happen.
 *
 * @param shelf where
 * @param key which row
 * @param condition what must be true of it
 * @param given the request's values
 * @param how what becomes of the row
 */
record Write(
        Shelf shelf,
        Map<String, AttributeValue> key,
        Optional<Condition> condition,
        Given given,
        UnaryOperator<Map<String, AttributeValue>> how) {

    static Write put(Shelf shelf, Map<String, AttributeValue> item, @Nullable String condition, Given given) {
        Optional<Condition> read = read(condition, given);
        given.mustBeUsed();
        // looked at before the condition, as DynamoDB does
        shelf.mustBeIndexable(item);
        Map<String, AttributeValue> written = Values.written(item);
        return new Write(shelf, shelf.keyOf(item), read, given, _ -> written);
    }

    static Write delete(Shelf shelf, Map<String, AttributeValue> key, @Nullable String condition, Given given) {
        Optional<Condition> read = read(condition, given);
        given.mustBeUsed();
        return new Write(shelf, shelf.whole(key), read, given, _ -> Map.of());
    }

    static Write update(
            Shelf shelf,
            Map<String, AttributeValue> key,
            @Nullable String expression,
            @Nullable String condition,
            Given given) {
        if (expression == null) {
            throw new IllegalArgumentException("An update without an expression is not known here");
        }
        Optional<Condition> read = read(condition, given);
        Update update = Expression.update(expression, given);
        given.mustBeUsed();
        Map<String, AttributeValue> whole = shelf.whole(key);
        if (update.touched(given).stream().anyMatch(whole::containsKey)) {
            throw Refused.invalid("Cannot update attribute. This attribute is part of the key");
        }
        if (update.touched(given).stream().distinct().count()
                < update.touched(given).size()) {
            throw Refused.invalid("Two document paths overlap with each other");
        }
        return new Write(shelf, whole, read, given, before -> {
            Map<String, AttributeValue> after = new java.util.HashMap<>(update.of(before, given));
            after.putAll(whole);
            return Values.written(after);
        });
    }

    private static Optional<Condition> read(@Nullable String condition, Given given) {
        return Optional.ofNullable(condition).map(text -> Expression.condition(text, given));
    }

    /** The row as it stands; empty where there is none. */
    Map<String, AttributeValue> now() {
        return shelf.find(key);
    }

    boolean mayHappen() {
        return condition.map(c -> c.holds(now(), given)).orElse(true);
    }

    Changed happen() {
        Map<String, AttributeValue> after = how.apply(now());
        Map<String, AttributeValue> before = shelf.change(key, after);
        return new Changed(shelf.table(), key, before, after);
    }
}
