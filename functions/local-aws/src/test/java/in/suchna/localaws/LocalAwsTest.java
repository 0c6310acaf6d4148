package in.suchna.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class LocalAwsTest {
    private static final Path TEMPLATE = Path.of("../../template.yaml");

    @Test
    void everyTableOfTheTemplateIsThere() {
        try (LocalAws aws = LocalAws.inMemory(TEMPLATE, Map.of(), Clock.systemUTC())) {
            assertThat(aws.dynamo().listTables().tableNames())
                    .contains(aws.table("Messages"), aws.table("Roster"))
                    .hasSameSizeAs(aws.template().tables().values());
        }
    }

    @Test
    void nothingIsSentHomeAndNoFileIsLeftBehind() {
        try (LocalAws aws = LocalAws.inMemory(TEMPLATE, Map.of(), Clock.systemUTC())) {
            assertThat(aws.template()).isNotNull();
            assertThat(Path.of("dynamodb-local-metadata.json")).doesNotExist();
        }
    }

    @Test
    void whatIsKeptIsThereAtTheNextStart(@TempDir Path folder) {
        Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("one"));
        String pepper;
        try (LocalAws aws = LocalAws.keptIn(folder, TEMPLATE, Map.of(), Clock.systemUTC())) {
            pepper = aws.secret("PepperName");
            aws.dynamo().putItem(put -> put.tableName(aws.table("Messages")).item(item));
            aws.sns().publish(sms -> sms.phoneNumber("+915555000101").message("one"));
            aws.sqs()
                    .sendMessage(
                            send -> send.queueUrl(aws.queueUrl("IntakeFailed")).messageBody("what failed"));
            aws.s3()
                    .putObject(
                            put -> put.bucket("b")
                                    .key("../a/photo")
                                    .contentType("image/jpeg")
                                    .metadata(Map.of("Of", "x")),
                            RequestBody.fromString("bytes"));
        }

        try (LocalAws aws = LocalAws.keptIn(folder, TEMPLATE, Map.of(), Clock.systemUTC())) {
            assertThat(aws.secret("PepperName")).isEqualTo(pepper);
            assertThat(aws.dynamo()
                            .getItem(get -> get.tableName(aws.table("Messages")).key(item))
                            .item())
                    .isEqualTo(item);
            assertThat(aws.sns().inbox())
                    .singleElement()
                    .satisfies(sms -> assertThat(sms.text()).isEqualTo("one"));
            assertThat(aws.sqs().bodies(aws.queueUrl("IntakeFailed"))).containsExactly("what failed");
            ResponseBytes<GetObjectResponse> photo =
                    aws.s3().getObjectAsBytes(get -> get.bucket("b").key("../a/photo"));
            assertThat(photo.asUtf8String()).isEqualTo("bytes");
            assertThat(photo.response().contentType()).isEqualTo("image/jpeg");
            assertThat(photo.response().metadata()).containsEntry("of", "x");
        }
        assertThat(Files.exists(folder.resolve("seal-key.der"))).isTrue();
    }
}
