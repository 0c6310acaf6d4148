package in.suchna.localaws.queue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** SQS in memory: what is sent stays. */
public final class LocalSqs implements SqsClient {
    private final Map<String, List<String>> bodies = new ConcurrentHashMap<>();

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        bodies.computeIfAbsent(request.queueUrl(), _ -> new CopyOnWriteArrayList<>())
                .add(request.messageBody());
        return SendMessageResponse.builder()
                .messageId(UUID.randomUUID().toString())
                .build();
    }

    /** The bodies in a queue, the oldest first. */
    public List<String> bodies(String queueUrl) {
        return List.copyOf(bodies.getOrDefault(queueUrl, List.of()));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
