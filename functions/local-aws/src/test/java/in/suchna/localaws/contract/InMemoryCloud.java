package in.suchna.localaws.contract;

import in.suchna.localaws.LocalAws;
import in.suchna.localaws.sms.Sms;
import in.suchna.localaws.template.Template;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** {@link LocalAws}. */
final class InMemoryCloud extends Cloud {
    static final Path TEMPLATE = Path.of("../../template.yaml");

    private final LocalAws aws = LocalAws.inMemory(TEMPLATE, Map.of(), Clock.systemUTC());

    @Override
    Template template() {
        return aws.template();
    }

    @Override
    DynamoDbClient dynamo() {
        return aws.dynamo();
    }

    @Override
    DynamoDbStreamsClient streams() {
        return aws.streams();
    }

    @Override
    SnsClient sns() {
        return aws.sns();
    }

    @Override
    List<Sms> smsTo(String phone) {
        return aws.sns().inbox().stream()
                .filter(sms -> sms.phone().equals(phone))
                .toList();
    }

    @Override
    KmsClient kms() {
        return aws.kms();
    }

    @Override
    String sealKey() {
        return Objects.requireNonNull(aws.template().keys().get("SealKey"));
    }

    @Override
    SsmClient ssm() {
        return aws.ssm();
    }

    @Override
    void keepSecret(String name, String value) {
        aws.ssm().put(name, value);
    }

    @Override
    S3Client s3() {
        return aws.s3();
    }

    @Override
    String bucket() {
        return "evidence";
    }

    @Override
    public void close() {
        aws.close();
    }
}
