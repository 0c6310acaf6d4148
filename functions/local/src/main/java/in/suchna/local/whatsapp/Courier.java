package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Posts signed bodies to the webhook, and posts again what it did not take, ever later, until an end. */
final class Courier {

    /** Pauses before each redelivery. Meta goes on for days; a local run is shorter. */
    static final List<Duration> USUAL_PAUSES = List.of(1, 2, 4, 8, 15, 30, 60, 120).stream()
            .map(Duration::ofSeconds)
            .toList();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final HttpClient http;
    private final Supplier<URI> webhook;
    private final Signer signer;
    private final Later later;
    private final List<Duration> pauses;

    Courier(HttpClient http, Supplier<URI> webhook, Signer signer, Later later, List<Duration> pauses) {
        this.http = http;
        this.webhook = webhook;
        this.signer = signer;
        this.later = later;
        this.pauses = List.copyOf(pauses);
    }

    /** Delivers a body; completes with whether the webhook took it in the end. */
    CompletableFuture<Boolean> deliver(JsonNode body) {
        byte[] bytes = signer.bytes(body);
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        later.after(Duration.ZERO, () -> attempt(bytes, 0, taken));
        return taken;
    }

    private void attempt(byte[] bytes, int redeliveries, CompletableFuture<Boolean> taken) {
        HttpRequest request = HttpRequest.newBuilder(webhook.get())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Signer.HEADER, signer.signature(bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        if (took(request)) {
            taken.complete(true);
        } else if (redeliveries == pauses.size()) {
            taken.complete(false);
        } else {
            later.after(pauses.get(redeliveries), () -> attempt(bytes, redeliveries + 1, taken));
        }
    }

    private boolean took(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
