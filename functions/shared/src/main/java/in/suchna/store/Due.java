package in.suchna.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The sparse index {@code due} of a table: only rows that someone must still look at are in it, so a sweep never scans.
 * Rows are spread over {@value #SHARDS} partitions by their key.
 */
final class Due {
    static final String INDEX = "due";
    static final String SHARD = "due";
    static final String AT = "dueAt";
    static final int SHARDS = 8;

    /** The end of an update that takes a row out of the index. */
    static final String REMOVED = "REMOVE " + SHARD + ", " + AT;

    private final DynamoDbClient dynamo;
    private final String table;

    Due(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    static String shardOf(String key) {
        return Integer.toString(Math.floorMod(key.hashCode(), SHARDS));
    }

    /** What is due by now, the oldest first within each shard; at most {@code limit} of each shard. */
    List<Row> by(Instant now, int limit) {
        List<Row> rows = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            rows.addAll(by(Integer.toString(shard), now, limit));
        }
        return rows;
    }

    /** What is due by now in one shard, the oldest first. */
    List<Row> by(String shard, Instant now, int limit) {
        Map<String, AttributeValue> values =
                Row.draft().text(":shard", shard).time(":now", now).item();
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression(SHARD + " = :shard AND " + AT + " <= :now")
                        .expressionAttributeValues(values)
                        .limit(limit)
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .toList();
    }
}
