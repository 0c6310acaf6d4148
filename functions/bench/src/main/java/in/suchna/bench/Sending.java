package in.suchna.bench;

import in.suchna.seal.Pepper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends bodies over HTTP, each when it is due, whether or not earlier ones were answered. What is not answered 200 is sent
 * again, as WhatsApp does, only sooner.
 */
final class Sending {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_KNOCKS = 7;

    private final String url;
    private final Pepper pepper;
    private final LoadPlan plan;
    private final Runnable eachSecond;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final List<Long> answerMillis = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();

    /** A message that was answered 200: its number, the key of its row, and when its body was due. */
    record Sent(long n, String id, Instant due) {}

    /** So many messages in one body, numbered from {@code first}, and when it is due. */
    private record Letter(String run, long first, int messages, Instant due) {}

    /** @param eachSecond done once in each second of sending */
    Sending(String url, Pepper pepper, LoadPlan plan, Runnable eachSecond) {
        this.url = url;
        this.pepper = pepper;
        this.plan = plan;
        this.eachSecond = eachSecond;
    }

    /** Sends, and returns when each body was answered 200 or given up. */
    void send(String run, long first, int bodies, int rate, int messages) throws InterruptedException {
        long gap = TimeUnit.SECONDS.toNanos(1) / rate;
        long begin = System.nanoTime();
        Instant beginAt = Instant.now();
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < bodies; i++) {
                long at = begin + i * gap;
                for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                Letter letter = new Letter(run, first + (long) i * messages, messages, beginAt.plusNanos(i * gap));
                senders.execute(() -> deliver(http, letter));
                if (i % rate == 0) {
                    eachSecond.run();
                }
            }
        }
    }

    private void deliver(HttpClient http, Letter letter) {
        try {
            if (isDelivered(http, request(letter))) {
                note(letter);
            } else {
                givenUp.incrementAndGet();
            }
        } catch (InterruptedException _) {
            givenUp.incrementAndGet();
        }
    }

    private boolean isDelivered(HttpClient http, HttpRequest request) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int knock = 1; knock <= MOST_KNOCKS; knock++) {
            if (isKept(http, request)) {
                return true;
            }
            refused.incrementAndGet();
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
        return false;
    }

    private HttpRequest request(Letter letter) {
        List<String> messages = new ArrayList<>();
        for (long n = letter.first(); n < letter.first() + letter.messages(); n++) {
            String words = plan.isUrgent(n) ? Bodies.URGENT : Bodies.CALM;
            messages.add(Bodies.change(letter.run(), n, words, letter.due().getEpochSecond()));
        }
        byte[] body = Bodies.of(messages).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", Bodies.signature(body))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static boolean isKept(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private void note(Letter letter) {
        answerMillis.add(Duration.between(letter.due(), Instant.now()).toMillis());
        String seconds = Long.toString(letter.due().getEpochSecond());
        for (long n = letter.first(); n < letter.first() + letter.messages(); n++) {
            String id = pepper.message(Bodies.wamid(letter.run(), n), "text", seconds)
                    .text();
            sent.add(new Sent(n, id, letter.due()));
        }
    }

    /** What was answered 200. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** From when a body was due to its 200, knocks in vain and pauses included. */
    Percentiles answers() {
        return Percentiles.of(List.copyOf(answerMillis));
    }

    /** Knocks that were not answered 200 in time. */
    int refused() {
        return refused.get();
    }

    /** Bodies never answered 200. */
    int givenUp() {
        return givenUp.get();
    }
}
