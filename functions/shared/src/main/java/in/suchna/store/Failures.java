package in.suchna.store;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The Outbox table's sparse index {@code failed}: only messages that failed for good are in it, citizens' and officers' apart. */
public final class Failures {
    static final String INDEX = "failed";
    static final String WHOSE = "failedFor";
    static final String AT = "failedAt";

    private final DynamoDbClient dynamo;
    private final String table;

    public Failures(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    static String whose(boolean officers) {
        return officers ? "officer" : "citizen";
    }

    /** How many messages to citizens, or to officers, failed since a time; no more than {@code most} are counted. */
    public int since(boolean officers, Instant since, int most) {
        return dynamo.query(QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .select(Select.COUNT)
                        .keyConditionExpression(WHOSE + " = :whose AND " + AT + " >= :since")
                        .expressionAttributeValues(Row.draft()
                                .text(":whose", whose(officers))
                                .time(":since", since)
                                .item())
                        .limit(most)
                        .build())
                .count();
    }
}
