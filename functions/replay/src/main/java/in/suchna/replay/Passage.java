package in.suchna.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads of a stream what a note points at. */
final class Passage {
    private final DynamoDbStreamsClient streams;

    Passage(DynamoDbStreamsClient streams) {
        this.streams = streams;
    }

    /**
     * The records from the note's first to its last, the oldest first. Others of the same shard may lie between them.
     *
     * @return empty when the stream has the first of them no more, for it keeps 24 hours
     */
    Optional<List<ObjectNode>> of(Note note) {
        List<ObjectNode> records = new ArrayList<>();
        try {
            @Nullable String iterator = begin(note);
            while (iterator != null) {
                String at = iterator;
                GetRecordsResponse page = streams.getRecords(r -> r.shardIterator(at));
                for (Record changed : page.records()) {
                    int beyond = new BigInteger(changed.dynamodb().sequenceNumber()).compareTo(note.last());
                    if (beyond <= 0) {
                        records.add(RecordJson.of(changed, note.streamArn()));
                    }
                    if (beyond >= 0) {
                        return Optional.of(records);
                    }
                }
                iterator = page.nextShardIterator();
            }
        } catch (TrimmedDataAccessException | ResourceNotFoundException gone) {
            return Optional.empty();
        }
        return Optional.of(records);
    }

    private String begin(Note note) {
        return streams.getShardIterator(ask -> ask.streamArn(note.streamArn())
                        .shardId(note.shard())
                        .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                        .sequenceNumber(note.first()))
                .shardIterator();
    }
}
