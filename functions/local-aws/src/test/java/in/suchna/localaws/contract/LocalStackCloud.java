package in.suchna.localaws.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.localaws.LocalParameters;
import in.suchna.localaws.dynamo.TableRequest;
import in.suchna.localaws.sms.Sms;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Table;
import in.suchna.localaws.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** LocalStack in a container, with the tables that the same reader finds in template.yaml. */
final class LocalStackCloud extends Cloud {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.12.0");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BUCKET = "evidence";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Template template = Template.read(InMemoryCloud.TEMPLATE, LocalParameters.with(Map.of()));
    private final LocalStackContainer container;
    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final SnsClient sns;
    private final KmsClient kms;
    private final SsmClient ssm;
    private final S3Client s3;
    private final String sealKey;

    @SuppressWarnings("resource") // each with… answers the container itself; close() stops it
    private static LocalStackContainer container() {
        return new LocalStackContainer(IMAGE)
                .withServices("dynamodb", "sns", "s3", "kms", "ssm")
                // DynamoDB Local's own streams: the other provider needs a Kinesis that it downloads
                .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2")
                .withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2")
                .withStartupTimeout(PATIENCE);
    }

    LocalStackCloud() {
        container = container();
        container.start();
        dynamo = client(DynamoDbClient.builder());
        streams = client(DynamoDbStreamsClient.builder());
        sns = client(SnsClient.builder());
        kms = client(KmsClient.builder());
        ssm = client(SsmClient.builder());
        s3 = client(S3Client.builder().forcePathStyle(true));
        template.tables().values().forEach(this::make);
        sealKey = kms.createKey(k -> k.keySpec(KeySpec.RSA_4096).keyUsage(KeyUsageType.ENCRYPT_DECRYPT))
                .keyMetadata()
                .keyId();
        s3.createBucket(
                b -> b.bucket(BUCKET).createBucketConfiguration(where -> where.locationConstraint(Account.REGION)));
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        AwsBasicCredentials credentials =
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey());
        return builder.endpointOverride(container.getEndpoint())
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    private void make(Table table) {
        dynamo.createTable(TableRequest.of(table));
        table.expiry()
                .ifPresent(attribute -> dynamo.updateTimeToLive(u -> u.tableName(table.name())
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute))));
    }

    @Override
    Template template() {
        return template;
    }

    @Override
    DynamoDbClient dynamo() {
        return dynamo;
    }

    @Override
    DynamoDbStreamsClient streams() {
        return streams;
    }

    @Override
    SnsClient sns() {
        return sns;
    }

    @Override
    List<Sms> smsTo(String phone) {
        List<Sms> sent = new ArrayList<>();
        try (InputStream answer = container
                .getEndpoint()
                .resolve("/_aws/sns/sms-messages?region=" + Account.REGION)
                .toURL()
                .openStream()) {
            JSON.readTree(answer).path("sms_messages").path(phone).forEach(sms -> sent.add(sms(sms)));
        } catch (IOException e) {
            throw new UncheckedIOException("LocalStack does not tell which SMS it took", e);
        }
        return sent;
    }

    private static Sms sms(JsonNode told) {
        Map<String, String> attributes = new HashMap<>();
        told.path("MessageAttributes")
                .properties()
                .forEach(attribute -> attributes.put(
                        attribute.getKey(),
                        attribute.getValue().path("StringValue").asText()));
        return new Sms(
                told.path("PhoneNumber").asText(),
                told.path("Message").asText(),
                attributes,
                Instant.EPOCH,
                told.path("MessageId").asText());
    }

    @Override
    KmsClient kms() {
        return kms;
    }

    @Override
    String sealKey() {
        return sealKey;
    }

    @Override
    SsmClient ssm() {
        return ssm;
    }

    @Override
    void keepSecret(String name, String value) {
        ssm.putParameter(
                p -> p.name(name).value(value).type(ParameterType.SECURE_STRING).overwrite(true));
    }

    @Override
    S3Client s3() {
        return s3;
    }

    @Override
    String bucket() {
        return BUCKET;
    }

    @Override
    public void close() {
        List.of(dynamo, streams, sns, kms, ssm, s3).forEach(software.amazon.awssdk.core.SdkClient::close);
        container.stop();
    }
}
