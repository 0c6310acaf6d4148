package in.suchna.localaws.policy;

import in.suchna.localaws.policy.Call.Access;
import in.suchna.localaws.template.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;

/** Which IAM actions on which resources a request needs, by the services' own authorization tables. */
final class Accesses {
    private Accesses() {}

    static List<Access> of(String service, String operation, SdkRequest request) {
        return switch (service) {
            case "dynamodb" -> dynamo(operation, request);
            case "sns" -> List.of(new Access("sns:" + operation, target(request)));
            case "kms" -> List.of(new Access("kms:" + operation, key(field(request, "KeyId"))));
            case "ssm" ->
                request instanceof GetParametersRequest many
                        ? many.names().stream()
                                .map(name -> parameter(operation, name))
                                .toList()
                        : List.of(parameter(operation, field(request, "Name")));
            case "sqs" -> List.of(new Access("sqs:" + operation, queue(field(request, "QueueUrl"))));
            case "s3" -> List.of(object(operation, request));
            default -> throw new IllegalArgumentException("Nothing is known here of the service " + service);
        };
    }

    private static List<Access> dynamo(String operation, SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest write ->
                write.transactItems().stream().map(Accesses::part).toList();
            case TransactGetItemsRequest read ->
                read.transactItems().stream()
                        .map(item -> table("GetItem", item.get().tableName()))
                        .toList();
            case BatchWriteItemRequest batch ->
                batch.requestItems().keySet().stream()
                        .map(table -> table(operation, table))
                        .toList();
            case BatchGetItemRequest batch ->
                batch.requestItems().keySet().stream()
                        .map(table -> table(operation, table))
                        .toList();
            default -> {
                Access whole = table(operation, field(request, "TableName"));
                yield request.getValueForField("IndexName", String.class)
                        .map(index -> List.of(new Access(whole.action(), whole.resource() + "/index/" + index)))
                        .orElse(List.of(whole));
            }
        };
    }

    private static Access part(TransactWriteItem item) {
        List<Access> parts = new ArrayList<>();
        Optional.ofNullable(item.put()).ifPresent(put -> parts.add(table("PutItem", put.tableName())));
        Optional.ofNullable(item.update()).ifPresent(update -> parts.add(table("UpdateItem", update.tableName())));
        Optional.ofNullable(item.delete()).ifPresent(delete -> parts.add(table("DeleteItem", delete.tableName())));
        Optional.ofNullable(item.conditionCheck())
                .ifPresent(check -> parts.add(table("ConditionCheckItem", check.tableName())));
        return parts.getFirst();
    }

    private static Access table(String operation, String name) {
        return new Access("dynamodb:" + operation, name.startsWith("arn:") ? name : Account.tableArn(name));
    }

    private static String target(SdkRequest request) {
        if (request instanceof PublishRequest publish && publish.phoneNumber() != null) {
            return publish.phoneNumber();
        }
        return field(request, "TopicArn");
    }

    private static String key(String id) {
        return id.startsWith("arn:") ? id : Account.arn("kms", "key/" + id);
    }

    private static Access parameter(String operation, String name) {
        return new Access("ssm:" + operation, Account.arn("ssm", "parameter" + name));
    }

    private static String queue(String url) {
        return Account.arn("sqs", url.substring(url.lastIndexOf('/') + 1));
    }

    private static Access object(String operation, SdkRequest request) {
        String bucket = "arn:aws:s3:::" + field(request, "Bucket");
        return switch (operation) {
            case "ListObjectsV2", "ListObjects", "HeadBucket" -> new Access("s3:ListBucket", bucket);
            case "HeadObject" -> new Access("s3:GetObject", bucket + "/" + field(request, "Key"));
            default -> new Access("s3:" + operation, bucket + "/" + field(request, "Key"));
        };
    }

    private static String field(SdkRequest request, String name) {
        return request.getValueForField(name, String.class).orElse("");
    }
}
