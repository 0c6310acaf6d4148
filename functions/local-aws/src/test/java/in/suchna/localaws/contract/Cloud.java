package in.suchna.localaws.contract;

import in.suchna.localaws.sms.Sms;
import in.suchna.localaws.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** AWS as a contract sees it: with the tables of template.yaml, the seal's key, a bucket, and what became of an SMS. */
abstract class Cloud implements AutoCloseable {
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final AtomicInteger daysGone = new AtomicInteger();

    abstract Template template();

    abstract DynamoDbClient dynamo();

    abstract DynamoDbStreamsClient streams();

    abstract SnsClient sns();

    /** What was sent to a number, the oldest first. */
    abstract List<Sms> smsTo(String phone);

    abstract KmsClient kms();

    /** The id of the seal's key. */
    abstract String sealKey();

    abstract SsmClient ssm();

    /** Makes a SecureString, or changes it. */
    abstract void keepSecret(String name, String value);

    abstract S3Client s3();

    /** A bucket that is there. */
    abstract String bucket();

    String table(String logicalId) {
        return template().table(logicalId).name();
    }

    /** A day before any given out so far: rows that earlier tests left to be done are not due on it. */
    Instant earlierDay() {
        return today.minus(Duration.ofDays(daysGone.incrementAndGet()));
    }

    @Override
    public abstract void close();
}
