package in.suchna.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** WhatsApp's Cloud API: the one call that sends. */
final class Graph {

    /** How long a connection may take. */
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private static final long LARGEST_ANSWER = 64 * 1024L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI messages;
    private final Deadlines deadlines;

    /**
     * How long a call may take, from its start to the answer's last byte.
     *
     * @param send for a message
     * @param mark for marking one as read, which must not hold up the answer
     */
    record Deadlines(Duration send, Duration mark) {
        static final Deadlines USUAL = new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    Graph(HttpClient http, URI messages, Deadlines deadlines) {
        this.http = http;
        this.messages = messages;
        this.deadlines = deadlines;
    }

    /** The client as Lambda uses it. */
    static HttpClient client() {
        // a connection kept while the function is frozen is dead when it wakes, and nobody has told us
        System.setProperty("jdk.httpclient.keepalive.timeout", "15");
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Sends a message. */
    Answer send(String token, Letter letter) {
        return call(token, letter, deadlines.send());
    }

    /** Marks a message as read and shows that an answer is coming. */
    Answer mark(String token, String wamid) {
        return call(token, Letter.markingRead(wamid), deadlines.mark());
    }

    private Answer call(String token, Letter letter, Duration deadline) {
        HttpRequest request = HttpRequest.newBuilder(messages)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(letter.bytes()))
                .build();
        // the client's own timeout ends with the headers; this one ends with the body
        CompletableFuture<HttpResponse<byte[]>> coming =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = coming.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return read(response.statusCode(), response.body());
        } catch (TimeoutException _) {
            coming.cancel(true);
            return refused(Refusal.SILENT);
        } catch (ExecutionException e) {
            return refused(neverLeft(e.getCause()) ? Refusal.UNREACHABLE : Refusal.SILENT);
        } catch (InterruptedException _) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return refused(Refusal.SILENT);
        }
    }

    /** Whether the request can't have reached WhatsApp. */
    private static boolean neverLeft(@org.jspecify.annotations.Nullable Throwable error) {
        return error instanceof ConnectException
                || error instanceof HttpConnectTimeoutException
                || error instanceof UnresolvedAddressException;
    }

    private static Answer refused(Refusal own) {
        return new Answer.Refused(own, own.code());
    }

    private static Answer read(int status, byte[] body) {
        JsonNode answer = tree(body);
        JsonNode code = answer.path("error").path("code");
        if (code.canConvertToInt()) {
            return new Answer.Refused(Refusal.of(code.asInt(), status), code.asInt());
        }
        if (status / 100 != 2) {
            return new Answer.Refused(Refusal.of(status, status), status);
        }
        JsonNode wamid = answer.path("messages").path(0).path("id");
        if (wamid.isTextual()) {
            return new Answer.Accepted(wamid.asText());
        }
        return answer.path("success").asBoolean() ? new Answer.Accepted("") : refused(Refusal.SILENT);
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? JSON.missingNode() : tree;
        } catch (IOException _) {
            return JSON.missingNode();
        }
    }
}
