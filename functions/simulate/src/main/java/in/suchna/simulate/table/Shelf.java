package in.suchna.simulate.table;

import in.suchna.localaws.template.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One table with its indexes. */
final class Shelf {
    private static final Map<String, AttributeValue> NONE = Map.of();

    /** A sort key, by which rows of one partition stand in order; {@link #NO_RANGE} where the key has none. */
    record Range(String text, Optional<BigDecimal> number) implements Comparable<Range> {
        static final Range NO_RANGE = new Range("", Optional.empty());
        private static final Comparator<Range> ORDER = Comparator.comparing(
                        (Range range) -> range.number().orElse(BigDecimal.ZERO))
                .thenComparing(Range::text);

        @Override
        public int compareTo(Range other) {
            return ORDER.compare(this, other);
        }
    }

    /** Where a row stands in a partition: by its sort key, and in an index by its own key too. */
    record Place(Range range, String hash, Range own) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::range).thenComparing(Place::hash).thenComparing(Place::own);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Table table;
    private final Map<String, NavigableMap<Place, Map<String, AttributeValue>>> rows = new HashMap<>();
    private final Map<String, Map<String, NavigableMap<Place, Map<String, AttributeValue>>>> indexes = new HashMap<>();

    Shelf(Table table) {
        this.table = table;
        table.indexes().forEach(index -> indexes.put(index.name(), new HashMap<>()));
    }

    Table table() {
        return table;
    }

    /** Everything another has, as it now stands. */
    void fillFrom(Shelf other) {
        other.rows.forEach((hash, partition) -> rows.put(hash, new TreeMap<>(partition)));
        other.indexes.forEach((name, partitions) ->
                partitions.forEach((hash, partition) -> index(name).put(hash, new TreeMap<>(partition))));
    }

    private Map<String, NavigableMap<Place, Map<String, AttributeValue>>> index(String name) {
        Map<String, NavigableMap<Place, Map<String, AttributeValue>>> index = indexes.get(name);
        if (index == null) {
            throw Refused.invalid("The table does not have the specified index");
        }
        return index;
    }

    /** The attributes that are its key. */
    Stream<String> keyNames() {
        return Stream.concat(Stream.of(table.key().hash()), table.key().range().stream());
    }

    /** The key of a row. */
    Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>();
        keyNames().forEach(name -> key.put(name, part(item, name)));
        return key;
    }

    private AttributeValue part(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        String type = table.attributeTypes().get(name);
        if (value == null || !value.type().name().equals(type) || "".equals(value.s())) {
            throw Refused.invalid("One or more parameter values are not valid: a key is missing or of a wrong type");
        }
        return value;
    }

    /** A key given by itself: all of it and nothing else. */
    Map<String, AttributeValue> whole(Map<String, AttributeValue> key) {
        if (key.size() != keyNames().count()) {
            throw Refused.invalid("The provided key element does not match the schema");
        }
        return keyOf(key);
    }

    Map<String, AttributeValue> find(Map<String, AttributeValue> key) {
        return Optional.ofNullable(rows.get(part(key, table.key().hash()).s()))
                .map(partition -> partition.get(place(table.key(), key)))
                .orElse(NONE);
    }

    /** Puts a row where its key says, or takes it away; what stood there before. */
    Map<String, AttributeValue> change(Map<String, AttributeValue> key, Map<String, AttributeValue> after) {
        mustBeIndexable(after);
        Map<String, AttributeValue> before = find(key);
        move(rows, table.key(), before, after);
        table.indexes().forEach(index -> move(index(index.name()), index.key(), before, after));
        return before;
    }

    /** Refuses a row by which an index could not be ordered. */
    void mustBeIndexable(Map<String, AttributeValue> item) {
        for (Table.Index index : table.indexes()) {
            Stream.concat(Stream.of(index.key().hash()), index.key().range().stream())
                    .filter(item::containsKey)
                    .forEach(name -> part(item, name));
        }
    }

    private void move(
            Map<String, NavigableMap<Place, Map<String, AttributeValue>>> among,
            Table.Key by,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        if (isIn(by, before)) {
            partition(among, by, before).remove(place(by, before));
        }
        if (isIn(by, after)) {
            partition(among, by, after).put(place(by, after), after);
        }
    }

    /** Whether a row has what it takes to be found by a key: an index is sparse. */
    private static boolean isIn(Table.Key by, Map<String, AttributeValue> item) {
        return item.containsKey(by.hash()) && by.range().map(item::containsKey).orElse(true);
    }

    private static NavigableMap<Place, Map<String, AttributeValue>> partition(
            Map<String, NavigableMap<Place, Map<String, AttributeValue>>> among,
            Table.Key by,
            Map<String, AttributeValue> item) {
        return among.computeIfAbsent(text(item, by.hash()), _ -> new TreeMap<>());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
    }

    /** Where a row stands by a key. */
    Place place(Table.Key by, Map<String, AttributeValue> item) {
        return new Place(range(by, item), text(item, table.key().hash()), range(table.key(), item));
    }

    private static Range range(Table.Key by, Map<String, AttributeValue> item) {
        AttributeValue value = by.range().map(item::get).orElse(null);
        if (value == null) {
            return Range.NO_RANGE;
        }
        return value.type() == AttributeValue.Type.N
                ? new Range("", Optional.of(new BigDecimal(value.n())))
                : new Range(value.s(), Optional.empty());
    }

    /** A partition in the order of its sort key. */
    NavigableMap<Place, Map<String, AttributeValue>> partition(Optional<Table.Index> index, String hash) {
        Map<String, NavigableMap<Place, Map<String, AttributeValue>>> among =
                index.map(i -> index(i.name())).orElse(rows);
        return among.getOrDefault(hash, new TreeMap<>());
    }

    /** The first number of each partition of an index that is ordered by it. */
    Stream<Long> earliest(String attribute) {
        return table.indexes().stream()
                .filter(index -> index.key().range().filter(attribute::equals).isPresent())
                .flatMap(index -> index(index.name()).values().stream())
                .filter(partition -> !partition.isEmpty())
                .map(partition -> partition
                        .firstKey()
                        .range()
                        .number()
                        .orElse(BigDecimal.ZERO)
                        .longValue());
    }

    /** Every row, in the order of its partitions' keys. */
    List<Map<String, AttributeValue>> all() {
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .map(NavigableMap::values)
                .flatMap(Collection::stream)
                .toList();
    }
}
