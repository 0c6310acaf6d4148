package in.suchna.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.journal.Journal;
import in.suchna.local.function.FunctionFailed;
import in.suchna.localaws.queue.LocalSqs;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Event.StreamMapping;
import in.suchna.localaws.template.Function;
import in.suchna.localaws.template.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

class DeliveryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final String QUEUE = Account.queueUrl("failed");

    private final LocalSqs sqs = new LocalSqs(Optional.empty());
    private final List<List<String>> calls = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    private static Batch batch(String... sequences) {
        return new Batch(Arrays.stream(sequences)
                .map(s -> new Change(
                        "shard-1",
                        s,
                        0,
                        NOW,
                        JSON.createObjectNode().put("sequence", s).put("secret", "content")))
                .toList());
    }

    /** A function that reports records of these sequence numbers as failed. */
    private byte[] reportFailed(byte[] event, Set<String> poisoned) {
        ObjectNode answer = JSON.createObjectNode();
        var failures = answer.putArray("batchItemFailures");
        sequences(event).stream()
                .filter(poisoned::contains)
                .forEach(s -> failures.addObject().put("itemIdentifier", s));
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> sequences(byte[] event) {
        List<String> sequences = new ArrayList<>();
        try {
            JSON.readTree(event)
                    .path("Records")
                    .forEach(r -> sequences.add(r.path("sequence").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sequences;
    }

    private interface Behaviour {
        byte[] answer(byte[] event, int call);
    }

    private Delivery delivery(int retries, boolean bisects, Clock clock, Behaviour behaviour) {
        StreamMapping mapping = new StreamMapping(
                "Some",
                "Messages",
                10,
                1,
                Duration.ZERO,
                List.of(),
                retries,
                Optional.of(Duration.ofHours(6)),
                bisects,
                true,
                Optional.of("queue"));
        Function function = new Function(
                "Intake",
                "intake",
                "none",
                Duration.ofSeconds(1),
                Map.of(),
                new Role("r", "arn", List.of()),
                List.of());
        return new Delivery(
                mapping,
                event -> {
                    calls.add(sequences(event));
                    return behaviour.answer(event, calls.size());
                },
                Optional.of(new FailedQueue(sqs, QUEUE, function, "stream-arn")),
                clock,
                waits::add,
                new Journal(new PrintStream(OutputStream.nullOutputStream()), clock, "test"));
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }

    @Test
    void aBatchThatSucceedsIsToldOnce() throws Exception {
        delivery(20, true, clock(NOW), (event, _) -> reportFailed(event, Set.of()))
                .deliver(batch("1", "2", "3"));

        assertThat(calls).containsExactly(List.of("1", "2", "3"));
        assertThat(waits).isEmpty();
        assertThat(sqs.bodies(QUEUE)).isEmpty();
    }

    @Test
    void whatCameBeforeTheFailureIsNotToldAgain() throws Exception {
        delivery(20, false, clock(NOW), (event, call) -> reportFailed(event, call == 1 ? Set.of("2") : Set.of()))
                .deliver(batch("1", "2", "3"));

        assertThat(calls).containsExactly(List.of("1", "2", "3"), List.of("2", "3"));
    }

    @Test
    void aPoisonedRecordIsGivenUpWithAPointerAndTheOthersSucceed() throws Exception {
        delivery(2, true, clock(NOW), (event, _) -> reportFailed(event, Set.of("2")))
                .deliver(batch("1", "2", "3"));

        assertThat(calls).contains(List.of("3")).endsWith(List.of("3"));
        assertThat(sqs.bodies(QUEUE)).singleElement().satisfies(body -> {
            assertThat(JSON.readTree(body)
                            .at("/DDBStreamBatchInfo/startSequenceNumber")
                            .asText())
                    .isEqualTo("2");
            assertThat(JSON.readTree(body).at("/requestContext/condition").asText())
                    .isEqualTo("RetryAttemptsExhausted");
            assertThat(body).doesNotContain("content");
        });
    }

    @Test
    void anExceptionHalvesTheBatchUntilOnlyTheCulpritIsGivenUp() throws Exception {
        delivery(3, true, clock(NOW), (event, _) -> {
                    if (sequences(event).contains("3")) {
                        throw new FunctionFailed("Intake", "threw an exception", new IllegalStateException());
                    }
                    return reportFailed(event, Set.of());
                })
                .deliver(batch("1", "2", "3", "4"));

        assertThat(calls).contains(List.of("1", "2"), List.of("4"));
        assertThat(sqs.bodies(QUEUE))
                .singleElement()
                .satisfies(body -> assertThat(JSON.readTree(body)
                                .at("/DDBStreamBatchInfo/batchSize")
                                .asInt())
                        .isEqualTo(1));
    }

    @Test
    void anAnswerThatNamesAStrangerMeansThatAllFailed() throws Exception {
        delivery(
                        20,
                        false,
                        clock(NOW),
                        (event, call) -> call == 1
                                ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"99\"}]}"
                                        .getBytes(StandardCharsets.UTF_8)
                                : reportFailed(event, Set.of()))
                .deliver(batch("1", "2"));

        assertThat(calls).containsExactly(List.of("1", "2"), List.of("1", "2"));
    }

    @Test
    void recordsThatAreTooOldAreGivenUpUntold() throws Exception {
        delivery(20, true, clock(NOW.plus(Duration.ofHours(7))), (event, _) -> reportFailed(event, Set.of()))
                .deliver(batch("1"));

        assertThat(calls).isEmpty();
        assertThat(sqs.bodies(QUEUE)).singleElement().asString().contains("RecordAgeExceeded");
    }

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToTheLongest() throws Exception {
        delivery(12, true, clock(NOW), (event, _) -> reportFailed(event, Set.of("1")))
                .deliver(batch("1"));

        assertThat(waits).hasSize(12).startsWith(Backoff.SHORTEST, Backoff.SHORTEST.multipliedBy(2));
        assertThat(waits.getLast()).isEqualTo(Backoff.LONGEST);
        assertThat(calls).hasSize(13);
    }
}
