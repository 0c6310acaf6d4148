package in.suchna.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as API Gateway's HTTP API (payload 2.0) hands it over.
 *
 * @param event Lambda's input
 */
record Knock(JsonNode event) {
    private static final byte[] NOTHING = {};

    String method() {
        return event.path("requestContext").path("http").path("method").asText("");
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(
                event.path("queryStringParameters").path(name).textValue());
    }

    /** A header, however its name is written. */
    Optional<String> header(String name) {
        JsonNode headers = event.path("headers");
        return Optional.ofNullable(headers.path(name).textValue())
                .or(() -> headers.properties().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .map(JsonNode::textValue)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    /** The body's bytes as they were on the wire; empty bytes where there is none. */
    byte[] body() {
        String body = event.path("body").textValue();
        if (body == null) {
            return NOTHING;
        }
        return event.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Knock[sealed]";
    }
}
