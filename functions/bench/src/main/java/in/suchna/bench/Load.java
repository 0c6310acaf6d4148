package in.suchna.bench;

import in.suchna.bench.Sending.Sent;
import in.suchna.local.Arrangement;
import in.suchna.local.Stack;
import in.suchna.localaws.sms.Sms;
import in.suchna.seal.Pepper;
import in.suchna.tip.Reference;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An open-loop load on the whole local stack over HTTP. A message's time counts from when it was due, not from when it was
 * sent, so a stall is not hidden. Afterwards the tables are counted: what was answered 200 must be there once.
 */
final class Load {
    private static final int PORT = 3099;
    private static final int WARM_MESSAGES = 1_500;
    private static final int WARM_RATE = 100;
    private static final long WARM_NUMBERS = 10_000_000L;
    private static final int MOST_WARM_ROUNDS = 8;

    /** The compiler's share of one processor below which the process is warm. */
    private static final double WARM = 0.1;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LoadPlan plan;
    private final Stack stack;
    private final Pepper pepper;
    private final AtomicLong mostHeap = new AtomicLong();

    private Load(LoadPlan plan, Stack stack) {
        this.plan = plan;
        this.stack = stack;
        this.pepper = new Pepper(stack.aws().secret("PepperName").getBytes(StandardCharsets.UTF_8));
    }

    static void print(LoadPlan plan) throws InterruptedException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Arrangement arrangement = new Arrangement(
                Path.of("template.yaml"), PORT, Optional.empty(), false, Map.of(), Clock.systemUTC(), nowhere);
        try (Stack stack = Stack.start(arrangement)) {
            Load load = new Load(plan, stack);
            load.warm();
            load.run();
        }
    }

    /** Rounds of messages until the compiler has little left to do, for it would be measured instead. */
    private void warm() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double share = 1;
        for (int round = 0; round < MOST_WARM_ROUNDS && share > WARM; round++) {
            long compiled = compiler.getTotalCompilationTime();
            long begin = System.nanoTime();
            sending().send("warm" + round, WARM_NUMBERS, WARM_MESSAGES, Math.max(plan.rate(), WARM_RATE), 1);
            settle();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            share = (double) (compiler.getTotalCompilationTime() - compiled) / millis;
            System.out.printf("warming: %d ms, the compiler took %.0f %%%n", millis, share * 100);
        }
    }

    private void run() throws InterruptedException {
        stack.aws().calls().reset();
        mostHeap.set(0);
        Sending sending = sending();
        long begin = System.nanoTime();
        sending.send("run", 0, plan.bodies(), plan.rate(), plan.batch());
        settle();
        report(sending, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    }

    private Sending sending() {
        return new Sending(stack.url() + "/whatsapp", pepper, plan, this::watchHeap);
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

    private void report(Sending sending, long seconds) {
        List<Sent> sent = sending.sent();
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
                "%d messages in %d bodies at %d/s, all done after %d s: %d answered 200, %d knocks refused or not answered in"
                        + " time, %d bodies given up; %d tips with %d parts: %d lost, %d doubled%n",
                plan.messages(),
                plan.bodies(),
                plan.rate(),
                seconds,
                sent.size(),
                sending.refused(),
                sending.givenUp(),
                byReference.size(),
                parts,
                sent.size() - byReference.size(),
                parts - byReference.size());
        System.out.printf("webhook answer, ms: %s%n", sending.answers());
        System.out.printf("webhook to tip, ms: %s%n", Percentiles.of(toTip));
        reportSms(sent, byReference);
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

    private void reportSms(List<Sent> sent, Map<String, Sent> byReference) {
        long urgent = sent.stream().filter(one -> plan.isUrgent(one.n())).count();
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
