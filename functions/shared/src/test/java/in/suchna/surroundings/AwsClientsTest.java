package in.suchna.surroundings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AwsClientsTest {

    @Test
    void aCallThatNobodyAnswersEnds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                DynamoDbClient dynamo = AwsClients.of(
                        DynamoDbClient.builder()
                                .endpointOverride(URI.create("http://localhost:" + silent.getLocalPort()))
                                .region(Region.AP_SOUTH_1)
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none"))),
                        Duration.ofMillis(100),
                        Duration.ofMillis(400))) {
            assertThatThrownBy(dynamo::listTables).isInstanceOf(ApiCallTimeoutException.class);
        }
    }
}
