package in.suchna.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import in.suchna.localaws.LocalAws;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;

/** As much of AWS as a first message needs, answered at once, for a function that runs in a process of its own. */
final class AwsByHttp implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalAws aws;
    private final HttpServer server;

    AwsByHttp(LocalAws aws) throws IOException {
        this.aws = aws;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        ObjectNode answer = JSON.createObjectNode();
        switch (target.substring(target.indexOf('.') + 1)) {
            case "GetParameters" -> secrets(asked, answer.putArray("Parameters"));
            case "GetPublicKey" ->
                answer.put("PublicKey", publicKey(asked.path("KeyId").asText()));
            default -> {} // a write that succeeded says nothing
        }
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void secrets(JsonNode asked, ArrayNode parameters) {
        asked.path("Names")
                .forEach(name -> parameters
                        .addObject()
                        .put("Name", name.asText())
                        .put("Type", "SecureString")
                        .put("Value", aws.ssm().secret(name.asText())));
    }

    private String publicKey(String keyId) {
        return Base64.getEncoder()
                .encodeToString(
                        aws.kms().getPublicKey(b -> b.keyId(keyId)).publicKey().asByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
