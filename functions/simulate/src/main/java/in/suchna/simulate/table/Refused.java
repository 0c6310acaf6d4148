package in.suchna.simulate.table;

import in.suchna.localaws.policy.Refusals;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What DynamoDB says when it does not do as it was asked. */
final class Refused {
    private static final String SERVICE = "dynamodb";
    private static final String CONDITION = "The conditional request failed";

    private Refused() {}

    static AwsServiceException invalid(String why) {
        return Refusals.invalid(SERVICE, why);
    }

    static ResourceNotFoundException noTable() {
        String message = "Cannot do operations on a non-existent table";
        return ResourceNotFoundException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(Refusals.details(SERVICE, "ResourceNotFoundException", message))
                .build();
    }

    /** @param item the row as it stands; empty where there is none, or nobody asked for it */
    static ConditionalCheckFailedException condition(Map<String, AttributeValue> item) {
        ConditionalCheckFailedException.Builder failed = ConditionalCheckFailedException.builder();
        if (!item.isEmpty()) {
            failed.item(item);
        }
        return failed.message(CONDITION)
                .statusCode(400)
                .awsErrorDetails(Refusals.details(SERVICE, "ConditionalCheckFailedException", CONDITION))
                .build();
    }

    static TransactionCanceledException canceled(List<CancellationReason> reasons) {
        String message = "Transaction cancelled, please refer cancellation reasons for specific reasons";
        return TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .message(message)
                .statusCode(400)
                .awsErrorDetails(Refusals.details(SERVICE, "TransactionCanceledException", message))
                .build();
    }
}
