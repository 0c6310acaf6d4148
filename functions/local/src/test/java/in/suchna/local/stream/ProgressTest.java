package in.suchna.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();

    private static Change change(String sequence) {
        return new Change("shard", sequence, 0, Instant.EPOCH, JsonNodeFactory.instance.objectNode());
    }

    @Test
    void theCheckpointNeverPassesARecordThatIsStillUnderWay() {
        progress.begin(change("1"));
        progress.begin(change("2"));
        progress.begin(change("3"));

        progress.end(change("3"));
        progress.end(change("2"));
        assertThat(progress.takeMoved()).isEmpty();

        progress.end(change("1"));
        assertThat(progress.takeMoved()).contains(new Checkpoint("shard", "3"));
        assertThat(progress.takeMoved()).isEmpty();
        assertThat(progress.isIdle()).isTrue();
    }
}
