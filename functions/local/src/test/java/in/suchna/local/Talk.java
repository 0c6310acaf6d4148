package in.suchna.local;

import static org.awaitility.Awaitility.await;

import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import in.suchna.lookout.Lookout;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A local stack at a noon that stands still, on which people write one after the other, so that what each costs can be counted. */
final class Talk implements AutoCloseable {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();
    // they wait a minute and then count, or note, what many messages told
    private static final Set<String> OF_A_MINUTE = Set.of("Counting", "Rostering");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** It stands still, so that no schedule wakes anybody and the same officers are on duty. */
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T06:30:00Z"), ZoneOffset.UTC);

    private final Stack stack;
    private List<Map<String, Long>> before = List.of();

    /** @param log where the functions' journals go, beside the lookout */
    Talk(OutputStream log) throws IOException {
        PrintStream watched = Lookout.log(log);
        this.stack =
                Stack.start(new Arrangement(TEMPLATE, Ports.free(), Optional.empty(), false, Map.of(), NOON, watched));
    }

    Stack stack() {
        return stack;
    }

    /** The functions of which each message is counted. */
    List<String> functions() {
        return stack.aws().template().functions().keySet().stream()
                .filter(function -> !OF_A_MINUTE.contains(function))
                .toList();
    }

    /** Says it, and waits until it is answered and no function has called anything for a while. */
    void say(String person, Said said) throws InterruptedException {
        Phone phone = stack.whatsapp().phones().find(person).orElseThrow();
        stack.whatsapp().say(phone, said);
        await().atMost(PATIENCE).during(QUIET).until(this::isAnsweredAndCalm);
    }

    private boolean isAnsweredAndCalm() {
        List<Map<String, Long>> now =
                functions().stream().map(stack.aws().calls()::of).toList();
        boolean unchanged = now.equals(before);
        before = now;
        return unchanged && stack.isIdle() && !stack.aws().calls().of("Reply").isEmpty();
    }

    @Override
    public void close() {
        stack.close();
    }
}
