package in.suchna.bench;

import in.suchna.localaws.dynamo.TableRequest;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Template;
import in.suchna.surroundings.AwsClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local behind its HTTP, asked by the client that the webhook has in Lambda: requests are written, signed and read. */
final class DynamoByHttp implements AutoCloseable {
    private final DynamoDBProxyServer server;
    private final DynamoDbClient client;

    DynamoByHttp(Template template) throws IOException {
        int port = freePort();
        this.server = started(port);
        this.client = AwsClients.of(DynamoDbClient.builder()
                .endpointOverride(URI.create("http://localhost:" + port))
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))));
        template.tables().values().forEach(table -> client.createTable(TableRequest.of(table)));
    }

    DynamoDbClient client() {
        return client;
    }

    private static DynamoDBProxyServer started(int port) throws IOException {
        try {
            DynamoDBProxyServer made = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
            made.start();
            return made;
        } catch (Exception e) { // what the server's methods say they throw
            throw new IOException("DynamoDB Local's server did not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception e) { // as its method says
            throw new IllegalStateException("DynamoDB Local's server did not stop", e);
        }
    }
}
