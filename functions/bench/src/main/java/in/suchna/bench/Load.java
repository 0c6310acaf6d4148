package in.suchna.bench;

import in.suchna.local.Arrangement;
import in.suchna.local.Stack;
import in.suchna.localaws.sms.Sms;
import in.suchna.seal.Pepper;
import in.suchna.tip.Reference;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An open-loop load on the whole local stack over HTTP. A message's time counts from when it was due, not from when it was
 * sent, so a stall is not hidden. Afterwards the tables are counted: what was answered 200 must be there once.
 */
final class Load {
    private static final int PORT = 3099;
    private static final int WARM_MESSAGES = 1_500;
    private static final int MOST_WARM_ROUNDS = 8;

    /** The compiler's share of one processor below which the process is warm. */
    private static final double WARM = 0.1;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LoadPlan plan;
    private final Stack stack;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Pepper pepper;
    private final List<Long> answerMillis = java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong mostHeap = new AtomicLong();

    private Load(LoadPlan plan, Stack stack) {
        this.plan = plan;
        this.stack = stack;
        this.pepper = new Pepper(stack.aws().secret("PepperName").getBytes(StandardCharsets.UTF_8));
    }

    /** A message that was answered 200: its number, the key of its row, and when it was due. */
    private record Sent(long n, String id, Instant due) {}

    static void print(LoadPlan plan) throws InterruptedException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Arrangement arrangement = new Arrangement(
                Path.of("template.yaml"), PORT, Optional.empty(), false, Map.of(), Clock.systemUTC(), nowhere);
        try (Stack stack = Stack.start(arrangement)) {
            Load load = new Load(plan, stack);
            load.warm();
            load.clear();
            load.send("run", plan.messages(), false);
            load.settle();
            load.report();
        }
    }

    /** Rounds of messages until the compiler has little left to do, for it would be measured instead. */
    private void warm() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double share = 1;
        for (int round = 0; round < MOST_WARM_ROUNDS && share > WARM; round++) {
            long compiled = compiler.getTotalCompilationTime();
            long begin = System.nanoTime();
            send("warm" + round, WARM_MESSAGES, true);
            settle();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            share = (double) (compiler.getTotalCompilationTime() - compiled) / millis;
            System.out.printf("warming: %d ms, the compiler took %.0f %%%n", millis, share * 100);
        }
    }

    private void clear() {
        stack.aws().calls().reset();
        sent.clear();
        answerMillis.clear();
        refused.set(0);
        mostHeap.set(0);
    }

    private void send(String run, int messages, boolean warm) throws InterruptedException {
        long gap = TimeUnit.SECONDS.toNanos(1) / plan.rate();
        long begin = System.nanoTime();
        Instant beginAt = Instant.now();
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                long at = begin + i * gap;
                for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                long n = warm ? 10_000_000L + i : i;
                Instant dueAt = beginAt.plusNanos(i * gap);
                senders.execute(() -> post(http, run, n, dueAt));
                if (i % plan.rate() == 0) {
                    watchHeap();
                }
            }
        }
    }

    private void post(HttpClient http, String run, long n, Instant dueAt) {
        String words = isUrgent(n) ? Bodies.URGENT : Bodies.CALM;
        byte[] body = Bodies.text(run, n, words, dueAt.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url() + "/whatsapp"))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", Bodies.signature(body))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 200) {
                String seconds = Long.toString(dueAt.getEpochSecond());
                sent.add(new Sent(
                        n, pepper.message(Bodies.wamid(run, n), "text", seconds).text(), dueAt));
                answerMillis.add(Duration.between(dueAt, Instant.now()).toMillis());
            } else {
                refused.incrementAndGet();
            }
        } catch (java.io.IOException | InterruptedException e) {
            refused.incrementAndGet();
        }
    }

    private void watchHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        mostHeap.accumulateAndGet(used, Math::max);
    }

    /** Waits until every kept message is a tip with an answer and, where urgent, an SMS. */
    private void settle() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        long before = -1;
        while (Instant.now().isBefore(end)) {
            TimeUnit.SECONDS.sleep(2);
            watchHeap();
            // counting reads whole tables, which would slow what is counted
            if (stack.isIdle()) {
                long now = (long) rows("Tips").size()
                        + rows("Outbox").size()
                        + stack.inbox().all().size();
                if (now == before) {
                    return;
                }
                before = now;
            }
        }
        System.out.println("The stack was not idle within " + PATIENCE);
    }

    private List<Map<String, AttributeValue>> rows(String table) {
        return stack.aws().dynamo().scanPaginator(b -> b.tableName(stack.aws().table(table))).items().stream()
                .toList();
    }

    private void report() {
        Map<String, Sent> byId = new HashMap<>();
        sent.forEach(one -> byId.put(one.id(), one));
        Map<String, Sent> byReference = new HashMap<>();
        List<Long> toTip = new ArrayList<>();
        for (Map<String, AttributeValue> row : rows("Messages")) {
            Sent one = byId.get(text(row, "id"));
            if (one != null && row.containsKey("tip")) {
                byReference.put(text(row, "tip"), one);
                toTip.add(number(row, "handledAt") - one.due().toEpochMilli());
            }
        }
        long parts = rows("Tips").stream()
                .filter(tip -> byReference.containsKey(text(tip, "reference")))
                .mapToLong(tip -> number(tip, "parts"))
                .sum();
        System.out.printf(
                "%d messages at %d/s: %d answered 200, %d refused; %d tips with %d parts: %d lost, %d doubled%n",
                plan.messages(),
                plan.rate(),
                sent.size(),
                refused.get(),
                byReference.size(),
                parts,
                sent.size() - byReference.size(),
                parts - byReference.size());
        System.out.printf("webhook answer, ms: %s%n", Percentiles.of(answerMillis));
        System.out.printf("webhook to tip, ms: %s%n", Percentiles.of(toTip));
        reportSms(byReference);
        reportCalls();
        System.out.printf("most heap seen, driver included: %d MB%n", mostHeap.get() >> 20);
    }

    private void reportCalls() {
        for (String function : stack.aws().template().functions().keySet()) {
            stack.aws()
                    .calls()
                    .of(function)
                    .forEach((operation, times) -> System.out.printf(
                            "%s %s: %.2f a message%n", function, operation, (double) times / plan.messages()));
        }
    }

    private void reportSms(Map<String, Sent> byReference) {
        long urgent = sent.stream().filter(one -> isUrgent(one.n())).count();
        List<Long> toSms = new ArrayList<>();
        Map<String, Integer> smsByTipAndPhone = new HashMap<>();
        for (Sms sms : stack.inbox().all()) {
            Reference.findIn(sms.text()).map(Reference::text).ifPresent(tip -> {
                Sent one = byReference.get(tip);
                if (one != null && smsByTipAndPhone.merge(tip + sms.phone(), 1, Integer::sum) == 1) {
                    toSms.add(Duration.between(one.due(), sms.at()).toMillis());
                }
            });
        }
        long told = smsByTipAndPhone.keySet().stream()
                .map(key -> key.substring(0, Reference.LENGTH))
                .distinct()
                .count();
        long doubled =
                smsByTipAndPhone.values().stream().filter(count -> count > 1).count();
        System.out.printf(
                "urgent %d, with an SMS %d, an SMS twice to one officer %d; webhook to SMS, ms: %s%n",
                urgent, told, doubled, Percentiles.of(toSms));
    }

    private boolean isUrgent(long n) {
        return n % plan.urgentEvery() == 0;
    }

    private static long number(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name))
                .map(AttributeValue::n)
                .map(Long::valueOf)
                .orElse(0L);
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name)).map(AttributeValue::s).orElse("");
    }
}
