package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.lookout.Lookout;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who could read a function's memory, or a dump of it, would not learn who sent a tip. */
class MemoryTest {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();
    private static final List<Charset> IN_MEMORY =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int FIRST = 701;
    private static final int SENDERS = 4;

    private final Set<String> identities = new TreeSet<>();

    @Test
    void noFunctionBehindTheDoorHasASenderInItsMemoryAndOnePlantedThereIsFound(@TempDir Path folder) throws Exception {
        keepAtTheDoor(folder);
        assertThat(identities).hasSize(3 * SENDERS);

        runBehindTheDoor(folder, Letter.of(FIRST, "").phone());

        assertThat(found(folder.resolve("planted.hprof")))
                .containsExactly(Letter.of(FIRST, "").phone());
        assertThat(found(folder.resolve("memory.hprof"))).isEmpty();
    }

    /** The door alone runs, so that no other function has been in this process. */
    private void keepAtTheDoor(Path folder) throws Exception {
        Arrangement door = new Arrangement(
                TEMPLATE,
                Ports.free(),
                Optional.of(folder.resolve(".suchna")),
                false,
                Map.of(),
                Clock.systemUTC(),
                Lookout.log(OutputStream.nullOutputStream()));
        try (Stack stack = Stack.start(door, function -> function.logicalId().equals("Webhook"));
                HttpClient http = HttpClient.newHttpClient()) {
            Postman postman = new Postman(http, stack.url());
            for (int i = 0; i < SENDERS; i++) {
                String own = Letter.of(FIRST + i, "").phone();
                byte[] body = Letter.of(FIRST + i, "talwar lekar log maar rahe hain, mera number +" + own)
                        .body();
                identities.addAll(Leaks.identityIn(new ObjectMapper().readTree(body)));
                assertThat(postman.post(body)).isEqualTo(200);
            }
        }
    }

    /** The word to plant is handed over back to front, for arguments stand in memory too. */
    private static void runBehindTheDoor(Path folder, String planted) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BehindTheDoor.class.getName(),
                        folder.toString(),
                        TEMPLATE.toString(),
                        Integer.toString(SENDERS),
                        new StringBuilder(planted).reverse().toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    }

    private List<String> found(Path dump) throws IOException {
        try (FileChannel channel = FileChannel.open(dump, StandardOpenOption.READ)) {
            ByteBuffer memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return identities.stream()
                    .filter(word -> IN_MEMORY.stream().anyMatch(charset -> holds(memory, word.getBytes(charset))))
                    .toList();
        }
    }

    private static boolean holds(ByteBuffer memory, byte[] word) {
        int last = memory.limit() - word.length;
        for (int at = 0; at <= last; at++) {
            if (memory.get(at) == word[0] && isAt(memory, at, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(ByteBuffer memory, int at, byte[] word) {
        for (int i = 1; i < word.length; i++) {
            if (memory.get(at + i) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
