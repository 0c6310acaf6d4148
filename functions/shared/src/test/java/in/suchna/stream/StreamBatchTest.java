package in.suchna.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.journal.Journal;
import in.suchna.store.Row;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamBatchTest {
    private static final String EVENT = """
            {"Records":[
              {"eventName":"INSERT","dynamodb":{"SequenceNumber":"1","NewImage":{
                "id":{"S":"a"},"at":{"N":"12"},"bytes":{"B":"AQI="},"list":{"L":[{"S":"x"},{"S":"y"}]},
                "flag":{"BOOL":true},"none":{"NULL":true},"map":{"M":{"k":{"S":"v"}}}}}},
              {"eventName":"REMOVE","dynamodb":{"SequenceNumber":"2","OldImage":{"id":{"S":"b"}}}},
              {"eventName":"MODIFY","dynamodb":{"SequenceNumber":"3","NewImage":{"id":{"S":"c"}}}}
            ]}
            """;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Journal journal = new Journal(
            new PrintStream(log, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC),
            "test");

    private static StreamBatch batch() throws JsonProcessingException {
        return StreamBatch.of(new ObjectMapper().readTree(EVENT));
    }

    @Test
    void everyTypeOfAttributeIsRead() throws JsonProcessingException {
        Row row = batch().records().getFirst().after().orElseThrow();
        assertThat(row.text("id")).isEqualTo("a");
        assertThat(row.number("at")).isEqualTo(12);
        assertThat(row.bytes("bytes")).contains(new byte[] {1, 2});
        assertThat(row.texts("list")).containsExactly("x", "y");
    }

    @Test
    void theFailedRecordIsNamedAndTheOthersAreHandled() throws JsonProcessingException {
        List<String> handled = new ArrayList<>();
        String answer = batch().answer(
                        change -> {
                            if (change.sequence().equals("2")) {
                                throw new IllegalStateException("+91 55550 00001 must not be logged");
                            }
                            handled.add(change.sequence());
                        },
                        journal)
                .toString();
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
        assertThat(handled).containsExactly("1", "3");
    }

    @Test
    void anErrorIsLoggedByClassAndPlaceNeverByItsMessage() throws JsonProcessingException {
        batch().answer(
                        _ -> {
                            throw new IllegalStateException("+91 55550 00001");
                        },
                        journal);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("java.lang.IllegalStateException")
                .contains("RecordsFailed")
                .doesNotContain("55550");
    }
}
