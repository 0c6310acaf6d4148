package in.suchna.localaws.policy;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkRequest;

/**
 * A call a function makes to AWS.
 *
 * @param function the logical id of the function
 * @param operation the service and operation, such as {@code dynamodb:TransactWriteItems}
 * @param accesses what it needs to be allowed to do
 * @param request the request itself
 */
public record Call(String function, String operation, List<Access> accesses, SdkRequest request) {
    public Call {
        accesses = List.copyOf(accesses);
    }

    /**
     * Something done to something.
     *
     * @param action the IAM action, such as {@code dynamodb:PutItem}
     * @param resource the ARN, or a phone number for an SMS
     */
    public record Access(String action, String resource) {
        private static final Set<String> WRITES =
                Set.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem");

        /** Whether it changes what stands in a table. */
        public boolean writesTable() {
            return WRITES.contains(action);
        }
    }
}
