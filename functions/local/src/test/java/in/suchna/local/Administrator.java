package in.suchna.local;

import in.suchna.localaws.LocalAws;
import in.suchna.localaws.policy.RoleClient;
import in.suchna.localaws.template.Function;
import in.suchna.localaws.template.Role;
import in.suchna.localaws.template.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who may do everything, and whose writes the streams' readers hear of at once, as they do of a function's. */
final class Administrator {
    private static final Role ROLE = new Role(
            "administrator",
            "arn:aws:iam::000000000000:role/administrator",
            List.of(new Statement(true, List.of("*"), List.of("*"), false, List.of())));

    private Administrator() {}

    static DynamoDbClient of(LocalAws aws) {
        Function commands = new Function(
                "Administrator", "administrator", "none", Duration.ofMinutes(1), Map.of(), ROLE, List.of());
        return RoleClient.of(commands, DynamoDbClient.class, aws.dynamo(), aws.calls());
    }
}
