package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep of the index {@code due} found, shard by shard. */
final class Dues {
    private Dues() {}

    private static Map<String, List<Row>> shards(List<Row> found) {
        Map<String, List<Row>> shards = new TreeMap<>();
        found.forEach(row ->
                shards.computeIfAbsent(row.text("due"), _ -> new ArrayList<>()).add(row));
        return shards;
    }

    static void assertOldestFirstInEachShard(List<Row> found) {
        assertThat(shards(found).values())
                .allSatisfy(shard -> assertThat(shard.stream().map(row -> row.number("dueAt")))
                        .isSorted());
    }

    static List<Row> firstOfEachShard(List<Row> found) {
        return shards(found).values().stream().map(List::getFirst).toList();
    }
}
