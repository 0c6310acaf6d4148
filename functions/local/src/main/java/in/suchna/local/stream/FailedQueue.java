package in.suchna.local.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Function;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue for records given up. As in Lambda it gets where they stand in the stream, not what they hold.
 *
 * @param sqs SQS as the function's role may use it
 * @param url the queue
 * @param function the function that could not work on them
 * @param streamArn the stream
 */
public record FailedQueue(SqsClient sqs, String url, Function function, String streamArn) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void send(Batch batch, String condition, int calls, Instant now) {
        ObjectNode pointer = JSON.createObjectNode();
        pointer.put("version", "1.0").put("timestamp", now.toString());
        pointer.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", Account.arn("lambda", "function:" + function.name() + ":live"))
                .put("condition", condition)
                .put("approximateInvokeCount", calls);
        Change first = batch.changes().getFirst();
        Change last = batch.changes().getLast();
        pointer.putObject("DDBStreamBatchInfo")
                .put("shardId", first.shard())
                .put("startSequenceNumber", first.sequence())
                .put("endSequenceNumber", last.sequence())
                .put("approximateArrivalOfFirstRecord", first.at().toString())
                .put("approximateArrivalOfLastRecord", last.at().toString())
                .put("batchSize", batch.size())
                .put("streamArn", streamArn);
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(pointer.toString()));
    }
}
