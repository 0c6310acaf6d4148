package in.suchna.local.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.localaws.template.Account;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A request as an event of payload format 2.0: header names in lower case, values of one name joined by commas, a body
 * that is no text in base64.
 */
final class HttpEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpEvent() {}

    /** @param routeKey method and path of the route, such as {@code POST /whatsapp} */
    static byte[] of(Context request, String routeKey, Instant now) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", routeKey);
        event.put("rawPath", request.path());
        event.put("rawQueryString", Optional.ofNullable(request.queryString()).orElse(""));
        headers(request, event.putObject("headers"));
        if (!request.queryParamMap().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            request.queryParamMap().forEach((name, values) -> query.put(name, String.join(",", values)));
        }
        if (!request.pathParamMap().isEmpty()) {
            ObjectNode path = event.putObject("pathParameters");
            request.pathParamMap().forEach(path::put);
        }
        context(request, routeKey, now, event.putObject("requestContext"));
        body(request, event);
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException("A request can't be written as an event", e);
        }
    }

    private static void headers(Context request, ObjectNode headers) {
        for (String name : Collections.list(request.req().getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    Collections.list(request.req().getHeaders(name)).stream().collect(Collectors.joining(",")));
        }
    }

    private static void context(Context request, String routeKey, Instant now, ObjectNode context) {
        context.put("accountId", Account.ID);
        context.put("apiId", "local");
        context.put("domainName", "localhost");
        context.put("stage", "$default");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", routeKey);
        context.put("timeEpoch", now.toEpochMilli());
        ObjectNode http = context.putObject("http");
        http.put("method", request.method().name());
        http.put("path", request.path());
        http.put("protocol", request.protocol());
        http.put("sourceIp", request.ip());
        http.put("userAgent", Optional.ofNullable(request.userAgent()).orElse(""));
    }

    private static void body(Context request, ObjectNode event) {
        byte[] bytes = request.bodyAsBytes();
        Optional<String> text = isText(request.contentType()) ? decoded(bytes) : Optional.empty();
        event.put("isBase64Encoded", text.isEmpty() && bytes.length > 0);
        if (bytes.length > 0) {
            event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)));
        }
    }

    private static boolean isText(@org.jspecify.annotations.Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("application/javascript");
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
