package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.local.whatsapp.Said;
import in.suchna.localaws.policy.CallLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each kind of message costs in calls to AWS, so that it can't creep up unseen. */
class CallsTest {
    private static final Path TOLD = Path.of("CALLS.md");
    // a process asks these once and keeps the answer, and how many processes there are is Lambda's business
    private static final Set<String> OF_A_PROCESS = Set.of("ssm:GetParameters", "kms:GetPublicKey", "kms:Decrypt");

    @Test
    void eachKindOfMessageMakesTheCallsThatTheTableSays() throws IOException, InterruptedException {
        List<String> counted = new ArrayList<>();
        try (Talk talk = new Talk(OutputStream.nullOutputStream())) {
            // the roster is read when a process begins, and that is nobody's message
            talk.say("farhan", new Said.Text("roz raat ko bagiche me jua hota hai"));
            counted.addAll(countedAfter(talk, "a first tip, not urgent", "ramesh", "gaon me roz raat ko jua hota hai"));
            counted.addAll(countedAfter(talk, "words added to it", "ramesh", "talab ke paas baithte hai"));
            counted.addAll(countedAfter(talk, "the word status", "ramesh", "status"));
            counted.addAll(countedAfter(
                    talk, "a first tip, CRITICAL, thana known", "sunita", "kurud me chaku maar rahe hai jaldi aao"));
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

    private static List<String> countedAfter(Talk talk, String kind, String person, String words)
            throws InterruptedException {
        CallLog calls = talk.stack().aws().calls();
        calls.reset();
        talk.say(person, new Said.Text(words));
        List<String> lines = new ArrayList<>();
        for (String function : talk.functions()) {
            calls.of(function).forEach((call, times) -> {
                if (!OF_A_PROCESS.contains(call)) {
                    lines.add("| %s | %s | %s | %d |".formatted(kind, function, call, times));
                }
            });
        }
        return lines;
    }
}
