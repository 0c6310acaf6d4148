package in.suchna.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.localaws.LocalAws;
import in.suchna.replay.RecordFilter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamTapTest {
    private final LocalAws aws = LocalAws.inMemory(Path.of("../../template.yaml"), Map.of(), Clock.systemUTC());
    private final String table = aws.table("Messages");
    private final String stream =
            aws.dynamo().describeTable(d -> d.tableName(table)).table().latestStreamArn();

    @AfterEach
    void stop() {
        aws.close();
    }

    private void put(String id) {
        aws.dynamo()
                .putItem(p -> p.tableName(table)
                        .item(Map.of(
                                "id", AttributeValue.fromS(id),
                                "kind", AttributeValue.fromS("live"),
                                "original", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2, 3})))));
    }

    private List<Change> all(StreamTap tap) {
        List<Change> all = new ArrayList<>();
        for (List<Change> some = tap.next(); !some.isEmpty(); some = tap.next()) {
            all.addAll(some);
        }
        return all;
    }

    @Test
    void everyChangeComesOnceInOrderAndAsLambdaTellsIt() {
        StreamTap tap = new StreamTap(aws.streams(), stream, Optional.empty());
        for (int i = 0; i < 250; i++) {
            put("m" + i);
        }

        List<Change> changes = all(tap);

        assertThat(changes)
                .extracting(c -> c.json().at("/dynamodb/NewImage/id/S").asText())
                .hasSize(250)
                .startsWith("m0", "m1")
                .endsWith("m249")
                .doesNotHaveDuplicates();
        assertThat(changes.getFirst().json().at("/dynamodb/NewImage/original/B").asText())
                .isEqualTo("AQID");
        assertThat(changes.getFirst().json().path("eventName").asText()).isEqualTo("INSERT");
        assertThat(changes.getFirst().json().at("/dynamodb/SequenceNumber").asText())
                .isEqualTo(changes.getFirst().sequence());
        put("later");
        assertThat(all(tap)).hasSize(1);
    }

    @Test
    void aTapFromACheckpointTellsOnlyWhatCameAfterIt(@TempDir Path folder) {
        put("one");
        put("two");
        Change first =
                new StreamTap(aws.streams(), stream, Optional.empty()).next().getFirst();
        Checkpoints checkpoints = new Checkpoints(Optional.of(folder));
        checkpoints.keep("Intake.Some", new Checkpoint(first.shard(), first.sequence()));

        List<Change> after = all(new StreamTap(aws.streams(), stream, checkpoints.of("Intake.Some")));

        assertThat(after)
                .extracting(c -> c.json().at("/dynamodb/NewImage/id/S").asText())
                .containsExactly("two");
        assertThat(checkpoints.of("Intake.Other")).isEmpty();
    }

    @Test
    void filtersAreWorkedOutByTheRecordAsItStands() {
        put("one");
        Change change =
                new StreamTap(aws.streams(), stream, Optional.empty()).next().getFirst();

        assertThat(new RecordFilter(
                                List.of(
                                        "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[\"live\"]}}}}"))
                        .passes(change.json()))
                .isTrue();
        assertThat(new RecordFilter(List.of("{\"eventName\":[\"REMOVE\"]}")).passes(change.json()))
                .isFalse();
        assertThat(new RecordFilter(List.of()).passes(change.json())).isTrue();
    }
}
