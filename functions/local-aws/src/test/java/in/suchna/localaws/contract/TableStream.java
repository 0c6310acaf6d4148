package in.suchna.localaws.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A table's stream, read from its beginning to what is there now. */
final class TableStream {
    private final DynamoDbStreamsClient streams;
    private final String arn;

    TableStream(Cloud cloud, String logicalId) {
        this.streams = cloud.streams();
        this.arn = cloud.dynamo()
                .describeTable(d -> d.tableName(cloud.table(logicalId)))
                .table()
                .latestStreamArn();
    }

    /** The changes of one item, the oldest first. */
    List<Record> of(Map<String, AttributeValue> key) {
        return shards().flatMap(shard -> records(shard, ShardIteratorType.TRIM_HORIZON, null))
                .filter(record -> record.dynamodb().keys().equals(key))
                .toList();
    }

    /** What follows a sequence number in the newest shard. */
    List<Record> after(String sequence) {
        String newest = shards().reduce((_, later) -> later).orElseThrow();
        return records(newest, ShardIteratorType.AFTER_SEQUENCE_NUMBER, sequence)
                .toList();
    }

    private Stream<String> shards() {
        return streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards().stream()
                .map(Shard::shardId)
                .sorted();
    }

    private Stream<Record> records(String shard, ShardIteratorType type, @Nullable String sequence) {
        List<Record> records = new ArrayList<>();
        String iterator = streams.getShardIterator(i ->
                        i.streamArn(arn).shardId(shard).shardIteratorType(type).sequenceNumber(sequence))
                .shardIterator();
        GetRecordsResponse page;
        do {
            String at = iterator;
            page = streams.getRecords(r -> r.shardIterator(at));
            records.addAll(page.records());
            iterator = page.nextShardIterator();
        } while (iterator != null && !page.records().isEmpty());
        return records.stream();
    }
}
