package in.suchna.bench;

import in.suchna.localaws.LocalAws;
import in.suchna.localaws.policy.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Fills all tables with rows of others: each has the attributes of the table's keys and indexes, and some more bytes. The
 * tables' streams are off from then on, so that no function is told of them.
 */
final class Rows {
    private static final int BATCH = 25;
    private static final String MORE = "x".repeat(200);

    private final DynamoDbClient dynamo;
    private final Map<String, List<AttributeDefinition>> tables = new HashMap<>();
    private final Random random = new Random(11);

    Rows(LocalAws aws) {
        this.dynamo = aws.dynamo();
        aws.template().tables().keySet().stream().map(aws::table).forEach(table -> {
            var described = dynamo.describeTable(b -> b.tableName(table)).table();
            tables.put(table, described.attributeDefinitions());
            if (described.streamSpecification() != null) {
                dynamo.updateTable(b -> b.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
            }
        });
    }

    List<String> tables() {
        return tables.keySet().stream().sorted().toList();
    }

    /** So many more rows in each table. */
    void add(int howMany) {
        tables().forEach(table -> write(dynamo, table, howMany, () -> row(table)));
    }

    /** Writes so many rows into a table, each as it is made. */
    static void write(DynamoDbClient dynamo, String table, int howMany, Supplier<Map<String, AttributeValue>> made) {
        for (int done = 0; done < howMany; done += BATCH) {
            List<WriteRequest> writes = IntStream.range(0, Math.min(BATCH, howMany - done))
                    .mapToObj(_ -> made.get())
                    .map(row ->
                            WriteRequest.builder().putRequest(p -> p.item(row)).build())
                    .toList();
            dynamo.batchWriteItem(b -> b.requestItems(Map.of(table, writes)));
        }
    }

    /** One more row, and the units that it cost. */
    double addOne(String table) {
        return Units.of(dynamo.putItem(
                b -> b.tableName(table).item(row(table)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    }

    private Map<String, AttributeValue> row(String table) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("more", AttributeValue.fromS(MORE));
        for (AttributeDefinition attribute : tables.getOrDefault(table, List.of())) {
            row.put(
                    attribute.attributeName(),
                    attribute.attributeType() == ScalarAttributeType.N
                            ? AttributeValue.fromN(Long.toString(random.nextLong(1L << 40)))
                            : AttributeValue.fromS(
                                    Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())));
        }
        return row;
    }
}
