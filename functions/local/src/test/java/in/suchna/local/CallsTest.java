package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import in.suchna.lookout.Lookout;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each kind of message costs in calls to AWS, so that it can't creep up unseen. */
class CallsTest {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();
    private static final Path TOLD = Path.of("CALLS.md");
    // a process asks these once and keeps the answer, and how many processes there are is Lambda's business
    private static final Set<String> OF_A_PROCESS = Set.of("ssm:GetParameters", "kms:GetPublicKey", "kms:Decrypt");
    // they wait a minute and then count, or note, what many messages told
    private static final Set<String> OF_A_MINUTE = Set.of("Counting", "Rostering");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(1);

    // the clock stands still, so that no schedule wakes anybody and the same officers are on duty
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T06:30:00Z"), ZoneOffset.UTC);

    @Test
    void eachKindOfMessageMakesTheCallsThatTheTableSays() throws IOException, InterruptedException {
        List<String> counted = new ArrayList<>();
        try (Stack stack = Stack.start(arrangement())) {
            // the roster is read when a process begins, and that is nobody's message
            say(stack, "farhan", "roz raat ko bagiche me jua hota hai");
            counted.addAll(
                    countedAfter(stack, "a first tip, not urgent", "ramesh", "gaon me roz raat ko jua hota hai"));
            counted.addAll(countedAfter(stack, "words added to it", "ramesh", "talab ke paas baithte hai"));
            counted.addAll(countedAfter(stack, "the word status", "ramesh", "status"));
            counted.addAll(countedAfter(
                    stack, "a first tip, CRITICAL, thana known", "sunita", "kurud me chaku maar rahe hai jaldi aao"));
        }
        List<String> told = Files.readAllLines(TOLD).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| message |"))
                .toList();
        assertThat(counted).as("the table of %s", TOLD).hasSameSizeAs(told);
        for (int i = 0; i < told.size(); i++) {
            assertThat(counted.get(i)).as("the table of %s", TOLD).isIn(readingsOf(told.get(i)));
        }
    }

    /** A line says one number, or {@code 9 or 10} where it depends on how receipts fall into batches. */
    private static List<String> readingsOf(String line) {
        int times = line.lastIndexOf('|', line.length() - 2);
        String before = line.substring(0, times);
        return Arrays.stream(line.substring(times + 1, line.length() - 1).split(" or "))
                .map(number -> "%s| %s |".formatted(before, number.strip()))
                .toList();
    }

    private static List<String> countedAfter(Stack stack, String kind, String person, String words)
            throws InterruptedException {
        stack.aws().calls().reset();
        say(stack, person, words);
        List<String> lines = new ArrayList<>();
        for (String function : functions(stack)) {
            stack.aws().calls().of(function).forEach((call, times) -> {
                if (!OF_A_PROCESS.contains(call)) {
                    lines.add("| %s | %s | %s | %d |".formatted(kind, function, call, times));
                }
            });
        }
        return lines;
    }

    private static List<String> functions(Stack stack) {
        return stack.aws().template().functions().keySet().stream()
                .filter(function -> !OF_A_MINUTE.contains(function))
                .toList();
    }

    /** Says it, and waits until no function has called anything for a while. */
    private static void say(Stack stack, String person, String words) throws InterruptedException {
        Phone phone = stack.whatsapp().phones().find(person).orElseThrow();
        stack.whatsapp().say(phone, new Said.Text(words));
        Calls calls = new Calls(stack);
        await().atMost(PATIENCE).during(QUIET).until(calls::areAnsweredAndUnchanged);
    }

    /** All functions' calls, and what they were when last looked at. */
    private static final class Calls {
        private final Stack stack;
        private List<Map<String, Long>> before = List.of();

        Calls(Stack stack) {
            this.stack = stack;
        }

        boolean areAnsweredAndUnchanged() {
            List<Map<String, Long>> now =
                    functions(stack).stream().map(stack.aws().calls()::of).toList();
            boolean unchanged = now.equals(before);
            before = now;
            return unchanged
                    && stack.isIdle()
                    && !stack.aws().calls().of("Reply").isEmpty();
        }
    }

    private static Arrangement arrangement() throws IOException {
        PrintStream nowhere = Lookout.log(OutputStream.nullOutputStream());
        return new Arrangement(TEMPLATE, Ports.free(), Optional.empty(), false, Map.of(), NOON, nowhere);
    }
}
