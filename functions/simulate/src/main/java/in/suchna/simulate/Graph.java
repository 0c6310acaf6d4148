package in.suchna.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.local.whatsapp.GraphError;
import in.suchna.local.whatsapp.SendRules;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** WhatsApp's Graph API in memory, behind the client by which a function would reach it. */
final class Graph extends HttpClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int REFUSED = 400;

    /** What WhatsApp does with a message that breaks no rule. */
    interface Mailroom {
        /** Takes it, and gives it an id; or says with which code it is refused. */
        Answer take(JsonNode message);

        /** An id, or a code. */
        record Answer(String wamid, Optional<Integer> code) {}
    }

    private final Fault troubles;
    private final SendRules rules;
    private final Mailroom mailroom;
    private final List<String> broken = new ArrayList<>();

    Graph(Fault troubles, Set<String> templates, Mailroom mailroom) {
        this.troubles = troubles;
        this.rules = new SendRules(templates);
        this.mailroom = mailroom;
    }

    /** The rules of WhatsApp that messages broke. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        JsonNode message = read(request);
        String what = message.has("status") ? "graph:read" : "graph:messages";
        String function =
                Invocation.current() == null ? "" : Invocation.current().function();
        Call call = new Call(function, what, List.of(), GetItemRequest.builder().build());
        try {
            troubles.before(call);
            Answered answered = answer(message);
            troubles.after(call);
            return CompletableFuture.completedFuture(response(answered, request, handler));
        } catch (AwsServiceException e) {
            // what the plan calls throttled or failing, as a server in front of WhatsApp says it
            return CompletableFuture.completedFuture(
                    response(new Answered(e.statusCode() == REFUSED ? 429 : 503, "{}"), request, handler));
        } catch (SdkClientException _) {
            return CompletableFuture.failedFuture(new IOException("HTTP/1.1 header parser received no bytes"));
        }
    }

    private record Answered(int status, String body) {}

    private static JsonNode read(HttpRequest request) {
        ByteBuffer[] body = {ByteBuffer.allocate(0)};
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                ByteBuffer all = ByteBuffer.allocate(body[0].remaining() + part.remaining());
                body[0] = all.put(body[0]).put(part).flip();
            }

            @Override
            public void onError(Throwable error) {
                throw new IllegalStateException(error);
            }

            @Override
            public void onComplete() {}
        });
        try {
            return JSON.readTree(body[0].array());
        } catch (IOException e) {
            throw new IllegalStateException("WhatsApp was sent something that is no JSON", e);
        }
    }

    private Answered answer(JsonNode message) {
        if (message.has("status")) {
            return new Answered(OK, "{\"success\":true}");
        }
        Optional<GraphError> wrong = rules.wrongWith(message);
        wrong.ifPresent(error -> broken.add(error.details()));
        Mailroom.Answer answer = wrong.map(error -> new Mailroom.Answer("", Optional.of(error.code())))
                .orElseGet(() -> mailroom.take(message));
        ObjectNode body = JSON.createObjectNode();
        if (answer.code().isPresent()) {
            body.putObject("error").put("code", answer.code().get()).put("message", "refused");
            return new Answered(REFUSED, body.toString());
        }
        body.put("messaging_product", "whatsapp")
                .putArray("messages")
                .addObject()
                .put("id", answer.wamid());
        return new Answered(OK, body.toString());
    }

    private static <T> HttpResponse<T> response(
            Answered answered, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return Replied.of(answered.status(), answered.body(), request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return sendAsync(request, handler).join();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException("Nothing is encrypted here");
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException("Nothing is encrypted here");
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
