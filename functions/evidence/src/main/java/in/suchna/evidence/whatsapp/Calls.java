package in.suchna.evidence.whatsapp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls with an end: the client's own timeout ends with the headers, these end with the last byte. */
public final class Calls {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HttpClient http;

    /** @throws IllegalArgumentException if the client follows redirects, for it would take the token along */
    Calls(HttpClient http) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The HTTP client must not follow redirects");
        }
        this.http = http;
    }

    /** The client as Lambda uses it. */
    public static HttpClient client() {
        // a connection kept while the function is frozen is dead when it wakes, and nobody has told us
        System.setProperty("jdk.httpclient.keepalive.timeout", "15");
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    <T> HttpResponse<T> get(URI address, Optional<String> token, BodyHandler<T> handler, Duration deadline)
            throws Missed {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        token.ifPresent(word -> request.header("Authorization", "Bearer " + word));
        CompletableFuture<HttpResponse<T>> coming = http.sendAsync(request.build(), handler);
        try {
            return coming.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            coming.cancel(true);
            throw new Missed(Mishap.SLOW);
        } catch (ExecutionException e) {
            throw missed(e.getCause());
        } catch (InterruptedException _) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Missed(Mishap.SLOW);
        }
    }

    private static Missed missed(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof Missed own) {
                return own;
            }
            if (at instanceof ConnectException
                    || at instanceof HttpConnectTimeoutException
                    || at instanceof UnresolvedAddressException) {
                return new Missed(Mishap.UNREACHABLE);
            }
        }
        return new Missed(cause instanceof IOException ? Mishap.CUT : Mishap.UNKNOWN);
    }
}
