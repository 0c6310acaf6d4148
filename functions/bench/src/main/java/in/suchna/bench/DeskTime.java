package in.suchna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.desk.Desk;
import in.suchna.duty.DutyChange;
import in.suchna.duty.RosterFile;
import in.suchna.duty.Shift;
import in.suchna.figures.Counted;
import in.suchna.figures.Marks;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.store.Figures;
import in.suchna.store.Retention;
import in.suchna.store.Roster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How long the desk's widgets take, and how large they are, at 100 and at 100,000 open tips, with the shipped roster, two dozen
 * leaves and a year of figures in their tables.
 */
final class DeskTime {
    private static final int FEW = 100;
    private static final int MANY = 100_000;
    /** What a stream still holds, for it forgets after a day, when a month has the many tips. */
    private static final int A_DAY = MANY / 30;

    private static final int ROUNDS = 40;
    private static final int LEAVES = 24;
    private static final int YEAR = 365;
    private static final int TIPS_A_DAY = 30;
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private final LocalAws aws =
            LocalAws.inMemory(Path.of("template.yaml").toAbsolutePath(), Map.of(), Clock.systemUTC());
    private final Pile pile = new Pile(aws);
    private final Remembering memory = new Remembering(aws.dynamo());
    private final Desk desk = deskOn(aws.clientOf("Desk", DynamoDbClient.class));
    private final Desk remembering = deskOn(memory.client());

    private Desk deskOn(DynamoDbClient dynamo) {
        return new Desk(
                aws.settingsOf("Desk"),
                Clock.systemUTC(),
                new Journal(
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        Clock.systemUTC(),
                        "desk"),
                dynamo,
                aws.sqs(),
                aws.presigner());
    }

    static void print() throws IOException {
        DeskTime time = new DeskTime();
        time.fillRoster();
        time.fillFigures();
        new BadDay(time.aws).fill();
        time.pile.add(FEW);
        time.measure(FEW);
        time.pile.addAsLongAgo(MANY - FEW - A_DAY);
        time.pile.add(A_DAY);
        time.measure(MANY);
    }

    private void fillRoster() throws IOException {
        List<Shift> shifts = RosterFile.read(Path.of("functions/alert/roster.csv"));
        Roster roster = new Roster(aws.dynamo(), aws.table("Roster"));
        roster.replaceBy(shifts);
        LocalDateTime tomorrow = LocalDateTime.now(ZONE).plusDays(1);
        for (Shift shift : shifts.subList(0, LEAVES)) {
            roster.put(new DutyChange(
                    shift.unit(),
                    tomorrow,
                    tomorrow.plusDays(3),
                    Optional.of(shift.officer().id()),
                    Optional.empty()));
        }
        System.out.printf(
                "the roster has %d officers, %d shifts, %d leaves%n",
                shifts.stream().map(Shift::officer).distinct().count(), shifts.size(), LEAVES);
    }

    private void fillFigures() {
        List<Counted> counted = new ArrayList<>();
        for (int day = 0; day < YEAR; day++) {
            for (int n = 0; n < TIPS_A_DAY; n++) {
                counted.add(Marks.of(pile.tip(Instant.now().minus(Duration.ofDays(day))), ZONE));
            }
        }
        int cards = new Figures(aws.dynamo(), aws.table("Figures"), Retention.ofDays(400)).count(counted);
        System.out.printf("the figures have %d days, %,d tips%n", YEAR, cards);
    }

    private void measure(int tipsThere) throws IOException {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("queue", "{\"view\":\"queue\"}");
        asked.put("queue of a rare thana", "{\"view\":\"queue\",\"thana\":\"Borai\"}");
        asked.put("tip", "{\"view\":\"tip\",\"reference\":\"" + pile.last() + "\"}");
        asked.put("roster", "{\"view\":\"roster\"}");
        asked.put("roster of a unit", "{\"view\":\"roster\",\"unit\":\"Kurud\"}");
        asked.put("figures of 30 days", "{\"view\":\"figures\"}");
        long now = System.currentTimeMillis();
        asked.put(
                "figures of a year",
                "{\"view\":\"figures\",\"widgetContext\":{\"timeRange\":{\"start\":%d,\"end\":%d}}}"
                        .formatted(now - Duration.ofDays(YEAR).toMillis(), now));
        asked.put("health", "{\"view\":\"health\"}");
        for (Map.Entry<String, String> widget : asked.entrySet()) {
            int bytes = answer(desk, widget.getValue());
            aws.calls().reset();
            long[] whole = times(() -> answer(desk, widget.getValue()));
            long calls = aws.calls().of("Desk").values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    / ROUNDS;
            memory.forget();
            answer(remembering, widget.getValue());
            long[] alone = times(memory::askAgain);
            long[] own = times(() -> answer(remembering, widget.getValue()));
            System.out.printf(
                    "%,9d open tips  %-22s  median %4d ms  slowest %4d ms  %4d kB  %3d calls"
                            + "  those calls alone, bare %4d ms  the widget with their answers at hand %4.1f ms%n",
                    tipsThere,
                    widget.getKey(),
                    whole[ROUNDS / 2] / 1_000,
                    whole[ROUNDS - 1] / 1_000,
                    bytes / 1_000,
                    calls,
                    alone[ROUNDS / 2] / 1_000,
                    own[ROUNDS / 2] / 1_000.0);
        }
    }

    private interface Timed {
        void run() throws IOException;
    }

    /** Microseconds of each round, the shortest first. */
    private static long[] times(Timed timed) throws IOException {
        long[] micros = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            timed.run();
            micros[round] = (System.nanoTime() - begin) / 1_000;
        }
        Arrays.sort(micros);
        return micros;
    }

    private static int answer(Desk desk, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        desk.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
        String html = new ObjectMapper().readTree(answer.toByteArray()).asText();
        if (html.contains("role=\"alert\"")) {
            throw new IOException("The desk answered with a warning");
        }
        return html.getBytes(StandardCharsets.UTF_8).length;
    }
}
