package in.suchna.simulate.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an update makes of a row.
 *
 * @param sets attributes and what they become
 * @param removes attributes that go
 * @param adds numbers that grow
 */
record Update(Map<Operand.Path, Operand> sets, List<Operand.Path> removes, Map<Operand.Path, Operand> adds) {
    Update {
        sets = new LinkedHashMap<>(sets);
        removes = List.copyOf(removes);
        adds = new LinkedHashMap<>(adds);
    }

    Map<String, AttributeValue> of(Map<String, AttributeValue> item, Given given) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        sets.forEach((path, value) -> changed.put(
                given.name(path.word()),
                value.of(item, given)
                        .orElseThrow(() -> Refused.invalid(
                                "The provided expression refers to an attribute that does not exist in the item"))));
        removes.forEach(path -> changed.remove(given.name(path.word())));
        adds.forEach((path, value) -> {
            Operand begun = new Operand.IfNotExists(path, new Operand.Nought());
            changed.put(
                    given.name(path.word()),
                    new Operand.Sum(begun, false, value).of(item, given).orElseThrow());
        });
        return changed;
    }

    /** Every attribute it touches. */
    List<String> touched(Given given) {
        return Stream.of(sets.keySet(), removes, adds.keySet())
                .flatMap(Collection::stream)
                .map(path -> given.name(path.word()))
                .toList();
    }
}
