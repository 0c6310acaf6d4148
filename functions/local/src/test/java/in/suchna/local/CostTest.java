package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.suchna.local.alarm.Metrics;
import in.suchna.local.whatsapp.Said;
import in.suchna.local.whatsapp.StoredMedia;
import in.suchna.localaws.policy.CallLog;
import in.suchna.localaws.template.Alarm.Statistic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each kind of message costs in units, bytes and rupees, so that it can't creep up unseen. */
class CostTest {
    private static final Path TOLD = Path.of("COST.md");
    private static final Bill.Prices PRICES = prices();
    // how receipts and changes fall into batches differs from run to run
    private static final double A_TENTH = 0.1;
    private static final double A_FEW = 2;

    private static Bill.Prices prices() {
        try {
            return Bill.Prices.read(Path.of("prices.properties"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The file of prices", e);
        }
    }

    @Test
    void eachKindOfMessageCostsWhatTheTableSays() throws IOException, InterruptedException {
        Map<String, List<String>> counted = counted();
        Map<String, List<String>> told = told();
        String asCounted = counted.entrySet().stream()
                .map(line -> "| %s | %s |".formatted(line.getKey(), String.join(" | ", line.getValue())))
                .collect(Collectors.joining("\n"));
        assertThat(told.keySet()).as("counted:%n%s", asCounted).isEqualTo(counted.keySet());
        counted.forEach((kind, columns) -> {
            for (int i = 0; i < columns.size(); i++) {
                double now = Double.parseDouble(columns.get(i));
                boolean money = i >= columns.size() - 2;
                assertThat(now)
                        .as("%s, column %d; counted:%n%s", kind, i + 2, asCounted)
                        .isCloseTo(
                                Double.parseDouble(
                                        told.getOrDefault(kind, List.of()).get(i)),
                                within(money ? now * A_TENTH : Math.max(now * A_TENTH, A_FEW)));
            }
        });
    }

    private static Map<String, List<String>> told() throws IOException {
        return Files.readAllLines(TOLD).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| message |"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .collect(Collectors.toMap(List::getFirst, cells -> cells.subList(1, cells.size())));
    }

    private static Map<String, List<String>> counted() throws IOException, InterruptedException {
        Map<String, List<String>> counted = new java.util.LinkedHashMap<>();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (Talk talk = new Talk(log)) {
            talk.stack().aws().calls().meter();
            talk.say("farhan", new Said.Text("roz raat ko bagiche me jua hota hai"));
            Counting counting = new Counting(talk, log);
            counted.put(
                    "a first tip, not urgent",
                    counting.of("ramesh", new Said.Text("gaon me roz raat ko jua hota hai")));
            counted.put("words added to it", counting.of("ramesh", new Said.Text("talab ke paas baithte hai")));
            byte[] photo = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
            StoredMedia media = talk.stack().whatsapp().upload(photo, "image/jpeg", Optional.empty());
            counted.put("a photo added to it", counting.of("ramesh", new Said.File("image", media, Optional.empty())));
            counted.put("the word status", counting.of("ramesh", new Said.Text("status")));
            counted.put(
                    "a first tip, CRITICAL, thana known",
                    counting.of("sunita", new Said.Text("kurud me chaku maar rahe hai jaldi aao")));
        }
        return counted;
    }

    /** Counts what a message took. */
    private record Counting(Talk talk, ByteArrayOutputStream log) {
        List<String> of(String person, Said said) throws InterruptedException {
            CallLog calls = talk.stack().aws().calls();
            calls.reset();
            double runs = runs(talk.functions());
            double knocks = runs(List.of("Webhook"));
            int outgoing = outgoing();
            int logged = log.size();
            talk.say(person, said);
            return new Bill(
                            (int) (runs(talk.functions()) - runs),
                            (int) (runs(List.of("Webhook")) - knocks),
                            units(calls, false),
                            units(calls, true),
                            times(calls, "s3:PutObject"),
                            times(calls, "s3:GetObject"),
                            log.size() - logged,
                            times(calls, "sns:Publish"),
                            outgoing() - outgoing)
                    .columns(PRICES);
        }

        private double runs(List<String> functions) {
            Instant noon = Talk.NOON.instant();
            return functions.stream()
                    .map(function ->
                            talk.stack().aws().template().function(function).name())
                    .map(name -> Metrics.ofFunction(name, "Invocations"))
                    .mapToDouble(metric -> talk.stack()
                            .metrics()
                            .of(metric, Statistic.SUM, noon, noon.plus(Duration.ofMinutes(1)))
                            .orElse(0))
                    .sum();
        }

        private double units(CallLog calls, boolean read) {
            return talk.functions().stream()
                    .flatMap(function -> calls.unitsOf(function).entrySet().stream())
                    .filter(line -> isRead(line.getKey()) == read)
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }

        private static boolean isRead(String operation) {
            return operation.endsWith("GetItem") || operation.endsWith("Query");
        }

        private int times(CallLog calls, String operation) {
            return (int) talk.functions().stream()
                    .mapToLong(function -> calls.of(function).getOrDefault(operation, 0L))
                    .sum();
        }

        private int outgoing() {
            String outbox = talk.stack().aws().table("Outbox");
            return talk.stack().aws().dynamo().scan(b -> b.tableName(outbox)).count();
        }
    }
}
