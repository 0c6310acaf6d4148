package in.suchna.localaws.policy;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** Errors as the services themselves would answer them. */
public final class Refusals {
    private Refusals() {}

    /** The role does not allow it. */
    public static AwsServiceException denied(String role, Call.Access access) {
        String resource = access.resource().startsWith("arn:") ? access.resource() : "a phone number";
        String message = "User: " + role + " is not authorized to perform: " + access.action() + " on resource: "
                + resource + " because no policy of template.yaml allows it";
        return error(serviceOf(access.action()), 400, "AccessDeniedException", message);
    }

    /** The service asks to slow down. */
    public static AwsServiceException throttled(Call call) {
        return error(serviceOf(call.operation()), 400, "ThrottlingException", "Rate exceeded");
    }

    /** The service itself fails. */
    public static AwsServiceException internal(Call call) {
        return error(serviceOf(call.operation()), 500, "InternalServerError", "Internal server error");
    }

    /** What an error of a service says of itself, for a fake that throws one of the SDK's own types. */
    public static AwsErrorDetails details(String service, String code, String message) {
        return AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode(code)
                .errorMessage(message)
                .build();
    }

    /** The service refuses what was asked. */
    public static AwsServiceException invalid(String service, String message) {
        return error(service, 400, "ValidationException", message);
    }

    private static String serviceOf(String action) {
        return action.substring(0, action.indexOf(':'));
    }

    /** Any error of a service. */
    public static AwsServiceException error(String service, int status, String code, String message) {
        AwsServiceException.Builder builder = switch (service) {
            case "dynamodb" -> DynamoDbException.builder();
            case "sns" -> SnsException.builder();
            case "kms" -> KmsException.builder();
            case "ssm" -> SsmException.builder();
            case "sqs" -> SqsException.builder();
            case "s3" -> S3Exception.builder();
            default -> AwsServiceException.builder();
        };
        return builder.message(message)
                .statusCode(status)
                .awsErrorDetails(details(service, code, message))
                .build();
    }
}
