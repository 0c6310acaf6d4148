package in.suchna.localaws;

import in.suchna.localaws.bucket.LocalS3;
import in.suchna.localaws.dynamo.EmbeddedDynamo;
import in.suchna.localaws.key.LocalKms;
import in.suchna.localaws.policy.CallLog;
import in.suchna.localaws.policy.RoleClient;
import in.suchna.localaws.queue.LocalSqs;
import in.suchna.localaws.secret.LocalSsm;
import in.suchna.localaws.sms.LocalSns;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Template;
import in.suchna.surroundings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * AWS on one machine, as template.yaml describes it: the tables, the seal's key, the secrets, and a client for each
 * function that may do what its role may do.
 */
public final class LocalAws implements AutoCloseable {
    private final Template template;
    private final DynamoDbClient tables;
    private final Optional<EmbeddedDynamo> dynamo;
    private final LocalSns sns;
    private final LocalKms kms;
    private final LocalSsm ssm = new LocalSsm();
    private final LocalSqs sqs;
    private final LocalS3 s3;
    private final CallLog calls = new CallLog();

    private LocalAws(
            Template template,
            Optional<Path> folder,
            LocalKms kms,
            DynamoDbClient tables,
            Optional<EmbeddedDynamo> dynamo,
            Clock clock) {
        this.template = template;
        this.kms = kms;
        this.sns = new LocalSns(clock, folder.map(f -> f.resolve("sms.jsonl")));
        this.sqs = new LocalSqs(folder.map(f -> f.resolve("queues.jsonl")));
        this.s3 = new LocalS3(folder.map(f -> f.resolve("objects")));
        this.tables = tables;
        this.dynamo = dynamo;
        new LocalSecrets(template.parameters(), folder).fill(ssm);
    }

    private static LocalAws withTables(Template template, Optional<Path> folder, Path keyFile, Clock clock) {
        LocalKms kms = sealKeys(template, keyFile);
        EmbeddedDynamo embedded = new EmbeddedDynamo(folder.map(f -> f.resolve("dynamodb.db")));
        embedded.make(template.tables().values());
        return new LocalAws(template, folder, kms, embedded.client(), Optional.of(embedded), clock);
    }

    /** All else in memory around tables that somebody has made, and that tell their streams themselves. */
    public static LocalAws around(Template template, DynamoDbClient tables, LocalKms kms, Clock clock) {
        return new LocalAws(template, Optional.empty(), kms, tables, Optional.empty(), clock);
    }

    /**
     * Everything in memory, but the seal's key: it is kept in {@code target} beside the template, for making one is slow.
     *
     * @param parameters values of template parameters; those with neither value nor default take {@link LocalParameters}
     */
    public static LocalAws inMemory(Path templateYaml, Map<String, String> parameters, Clock clock) {
        Path keyFile = templateYaml.resolveSibling("target/local-aws/seal-key.der");
        return withTables(read(templateYaml, parameters), Optional.empty(), keyFile, clock);
    }

    /** Tables, SMS, queues, objects, key and secrets in an existing folder, to be found again at the next start. */
    public static LocalAws keptIn(Path folder, Path templateYaml, Map<String, String> parameters, Clock clock) {
        return withTables(read(templateYaml, parameters), Optional.of(folder), folder.resolve("seal-key.der"), clock);
    }

    /** The seal's key and, while it is being changed, the second one, in a file beside the first's. */
    private static LocalKms sealKeys(Template template, Path keyFile) {
        Map<String, Path> files = new HashMap<>();
        files.put(template.keys().getOrDefault("SealKey", "seal"), keyFile);
        Optional.ofNullable(template.keys().get("SecondSealKey"))
                .ifPresent(second -> files.put(second, keyFile.resolveSibling("second-" + keyFile.getFileName())));
        return new LocalKms(files);
    }

    private static Template read(Path templateYaml, Map<String, String> parameters) {
        return Template.read(templateYaml, LocalParameters.with(parameters));
    }

    /** What template.yaml says. */
    public Template template() {
        return template;
    }

    /** The physical name of a table, by its logical id. */
    public String table(String logicalId) {
        return template.table(logicalId).name();
    }

    /** The raw client: no role, no counting. */
    public DynamoDbClient dynamo() {
        return tables;
    }

    /**
     * The client of the tables' streams.
     *
     * @throws IllegalStateException if the tables were made by somebody else
     */
    public DynamoDbStreamsClient streams() {
        return dynamo.orElseThrow(() -> new IllegalStateException("These tables tell their streams themselves"))
                .streams();
    }

    /** SNS with its inbox. */
    public LocalSns sns() {
        return sns;
    }

    /** KMS with the seal's key. */
    public LocalKms kms() {
        return kms;
    }

    /** Parameter Store with the secrets. */
    public LocalSsm ssm() {
        return ssm;
    }

    /** SQS. */
    public LocalSqs sqs() {
        return sqs;
    }

    /** S3. */
    public LocalS3 s3() {
        return s3;
    }

    /** Counts calls of functions and makes them fail. */
    public CallLog calls() {
        return calls;
    }

    /** A secret as the template's parameter names it, such as {@code secret("AppSecretName")}. */
    public String secret(String parameter) {
        return ssm.secret(
                Optional.ofNullable(template.parameters().get(parameter)).orElse(parameter));
    }

    /** A function's environment, exactly as the template gives it. */
    public Settings settingsOf(String function) {
        return new Settings(template.function(function).environment());
    }

    /** A client as a function's role may use it. */
    public <C extends SdkClient> C clientOf(String function, Class<C> type) {
        return RoleClient.of(template.function(function), type, type.cast(raw(type)), calls);
    }

    private SdkClient raw(Class<? extends SdkClient> type) {
        Map<Class<? extends SdkClient>, SdkClient> clients = Map.of(
                DynamoDbClient.class, dynamo(),
                SnsClient.class, sns,
                KmsClient.class, kms,
                SsmClient.class, ssm,
                SqsClient.class, sqs,
                S3Client.class, s3);
        return Optional.ofNullable(clients.get(type))
                .orElseThrow(() -> new IllegalArgumentException("There is no local " + type.getSimpleName()));
    }

    /** Signs links to S3 as a role would, with keys that open nothing at AWS; whoever serves them here looks only whether they are over. */
    public S3Presigner presigner() {
        return S3Presigner.builder()
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    /** The URL of a queue, by its logical id. */
    public String queueUrl(String logicalId) {
        return Account.queueUrl(template.queues().getOrDefault(logicalId, logicalId));
    }

    /** Stops DynamoDB, whose threads would keep the process alive. */
    @Override
    public void close() {
        dynamo.ifPresent(EmbeddedDynamo::close);
    }
}
