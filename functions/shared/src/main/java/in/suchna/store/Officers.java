package in.suchna.store;

import in.suchna.citizen.CitizenId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * The Officers table: under which ids the officers of the roster write on WhatsApp. It is one row, so that it is read with
 * one small read and changes as a whole; it holds about 4,000 officers. Only who must tell officers from citizens may read it.
 */
public final class Officers {
    private static final String ROW = "roster";
    private static final String PAIRS = "officers";
    private static final String BETWEEN = " ";

    private final DynamoDbClient dynamo;
    private final String table;

    public Officers(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** The officers' roster ids, by the id their messages come under. */
    public Map<CitizenId, String> all() {
        Map<String, AttributeValue> item = dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Map.of("id", AttributeValue.fromS(ROW)))
                        .build())
                .item();
        Map<CitizenId, String> officers = new HashMap<>();
        for (String pair : new Row(item).texts(PAIRS)) {
            String[] parts = pair.split(BETWEEN, 2);
            officers.put(new CitizenId(parts[0]), parts[1]);
        }
        return Map.copyOf(officers);
    }

    /** Makes these all the officers there are. */
    public void replaceBy(Map<CitizenId, String> officers, Instant now) {
        List<String> pairs = officers.entrySet().stream()
                .map(entry -> entry.getKey().text() + BETWEEN + entry.getValue())
                .sorted()
                .toList();
        dynamo.putItem(b -> b.tableName(table)
                .item(Row.draft()
                        .text("id", ROW)
                        .texts(PAIRS, pairs)
                        .time("updatedAt", now)
                        .item()));
    }
}
