package in.suchna.simulate;

import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Refusals;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What DynamoDB says when another works on the same row in that moment. */
final class Conflicts {
    private static final String MESSAGE =
            "Transaction cancelled, please refer cancellation reasons for specific reasons";

    private Conflicts() {}

    /** Calls a transaction off for the conflict of one of its rows, the last; any other call is told to come again. */
    static void fall(Call call) {
        if (!(call.request() instanceof TransactWriteItemsRequest request)) {
            throw Refusals.throttled(call);
        }
        List<CancellationReason> reasons = new ArrayList<>();
        for (int i = 0; i < request.transactItems().size(); i++) {
            boolean last = i == request.transactItems().size() - 1;
            reasons.add(CancellationReason.builder()
                    .code(last ? "TransactionConflict" : "None")
                    .build());
        }
        throw TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .message(MESSAGE)
                .statusCode(400)
                .awsErrorDetails(Refusals.details("dynamodb", "TransactionCanceledException", MESSAGE))
                .build();
    }
}
