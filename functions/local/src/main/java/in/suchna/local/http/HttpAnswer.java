package in.suchna.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A function's answer as a response. An answer without {@code statusCode} is a body that is answered with 200. */
final class HttpAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpAnswer() {}

    /** @throws IOException if the answer is no JSON */
    static void write(byte[] answer, Context response) throws IOException {
        JsonNode node = JSON.readTree(answer);
        response.contentType("application/json");
        if (!node.isObject() || !node.has("statusCode")) {
            response.status(200).result(node.isTextual() ? node.asText() : node.toString());
            return;
        }
        response.status(node.path("statusCode").asInt());
        node.path("headers").properties().forEach(header -> {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                response.contentType(header.getValue().asText());
            } else {
                response.header(header.getKey(), header.getValue().asText());
            }
        });
        node.path("cookies").forEach(cookie -> response.res().addHeader("Set-Cookie", cookie.asText()));
        String body = node.path("body").asText("");
        response.result(
                node.path("isBase64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8));
    }

    /** What the HTTP API says itself. */
    static void say(Context response, int status, String message) {
        response.status(status)
                .contentType("application/json")
                .result(JSON.createObjectNode().put("message", message).toString());
    }
}
