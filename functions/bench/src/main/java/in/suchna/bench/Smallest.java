package in.suchna.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The least that could keep a message: the same three clients, asked the same (a public key, the secrets, one conditional
 * write), and not a thought more.
 */
public final class Smallest implements RequestStreamHandler {
    private final DynamoDbClient dynamo = DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final SsmClient ssm = SsmClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    /** As Lambda builds it. */
    public Smallest() {
        try (KmsClient kms = KmsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            kms.getPublicKey(b -> b.keyId(System.getenv("SEAL_KEY")));
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String body = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        ssm.getParameters(b ->
                b.names(System.getenv("APP_SECRET"), System.getenv("PEPPER")).withDecryption(true));
        dynamo.putItem(b -> b.tableName(System.getenv("MESSAGES_TABLE"))
                .item(Map.of("id", AttributeValue.fromS("one"), "body", AttributeValue.fromS(body)))
                .conditionExpression("attribute_not_exists(id)"));
        output.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
    }
}
