package in.suchna.local.stream;

import in.suchna.replay.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a table's stream from a checkpoint on, shard after shard. */
final class StreamTap {
    /** The most records of one {@link #next()}. */
    static final int MOST_RECORDS = 100;

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private Optional<Checkpoint> reached;
    private @Nullable String shard;
    private @Nullable String iterator;

    StreamTap(DynamoDbStreamsClient streams, String streamArn, Optional<Checkpoint> from) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.reached = from;
    }

    String streamArn() {
        return streamArn;
    }

    /** What has come since, oldest first; empty when there is nothing new now. */
    List<Change> next() {
        String from = iterator == null ? begin() : iterator;
        if (from == null) {
            return List.of();
        }
        GetRecordsResponse page;
        try {
            page = streams.getRecords(r -> r.shardIterator(from).limit(MOST_RECORDS));
        } catch (ExpiredIteratorException | TrimmedDataAccessException gone) {
            iterator = null;
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (Record changed : page.records()) {
            changes.add(change(changed));
        }
        if (!changes.isEmpty()) {
            reached = Optional.of(
                    new Checkpoint(changes.getLast().shard(), changes.getLast().sequence()));
        }
        iterator = page.nextShardIterator();
        if (iterator == null) {
            reached = Optional.of(Checkpoint.endOf(currentShard()));
        }
        return changes;
    }

    private Change change(Record changed) {
        int lane = changed.dynamodb().keys().hashCode();
        return new Change(
                currentShard(),
                changed.dynamodb().sequenceNumber(),
                lane & Integer.MAX_VALUE,
                changed.dynamodb().approximateCreationDateTime(),
                RecordJson.of(changed, streamArn));
    }

    private String currentShard() {
        return Optional.ofNullable(shard).orElseThrow();
    }

    /** Finds where to go on; null when the shard read last has no successor yet. */
    private @Nullable String begin() {
        List<String> shards = shards();
        int at = reached.map(checkpoint -> shards.indexOf(checkpoint.shard())).orElse(-1);
        if (at >= 0 && !reached.orElseThrow().isEnd()) {
            shard = shards.get(at);
            return iteratorAfter(reached.orElseThrow());
        }
        if (at + 1 >= shards.size()) {
            return null;
        }
        shard = shards.get(at + 1);
        return iterator(ShardIteratorType.TRIM_HORIZON, null);
    }

    private String iteratorAfter(Checkpoint checkpoint) {
        try {
            return iterator(ShardIteratorType.AFTER_SEQUENCE_NUMBER, checkpoint.sequence());
        } catch (TrimmedDataAccessException _) {
            return iterator(ShardIteratorType.TRIM_HORIZON, null);
        }
    }

    private String iterator(ShardIteratorType type, @Nullable String sequence) {
        return streams.getShardIterator(GetShardIteratorRequest.builder()
                        .streamArn(streamArn)
                        .shardId(currentShard())
                        .shardIteratorType(type)
                        .sequenceNumber(sequence)
                        .build())
                .shardIterator();
    }

    /** The shards' ids, which begin with the time the shard began. */
    private List<String> shards() {
        List<String> ids = new ArrayList<>();
        String last = null;
        do {
            String after = last;
            DescribeStreamResponse page =
                    streams.describeStream(d -> d.streamArn(streamArn).exclusiveStartShardId(after));
            page.streamDescription().shards().stream().map(Shard::shardId).forEach(ids::add);
            last = page.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return ids.stream().sorted().toList();
    }
}
