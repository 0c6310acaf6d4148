package in.suchna.localaws.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * SQS in memory, and in a file when data is kept. What is received is hidden until its visibility is changed, for no time
 * passes here; what was sent is in the file for good.
 */
public final class LocalSqs implements SqsClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECEIVED_AT_ONCE = 10;

    private final Map<String, List<Message>> queues = new TreeMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Optional<Path> file;

    /** @param file where messages are kept, one a line; empty: nowhere */
    public LocalSqs(Optional<Path> file) {
        this.file = file;
        file.filter(Files::exists).ifPresent(this::load);
    }

    @Override
    public synchronized SendMessageResponse sendMessage(SendMessageRequest request) {
        file.ifPresent(kept -> append(kept, request));
        String id = add(request.queueUrl(), request.messageBody());
        return SendMessageResponse.builder().messageId(id).build();
    }

    private synchronized String add(String queueUrl, String body) {
        String id = UUID.randomUUID().toString();
        queues.computeIfAbsent(queueUrl, _ -> new ArrayList<>())
                .add(Message.builder()
                        .messageId(id)
                        .receiptHandle(id)
                        .body(body)
                        .build());
        return id;
    }

    private static void append(Path kept, SendMessageRequest request) {
        try {
            String line = JSON.createObjectNode()
                    .put("queue", request.queueUrl())
                    .put("body", request.messageBody())
                    .toString();
            Files.writeString(kept, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("A queue can't be kept in " + kept, e);
        }
    }

    private void load(Path kept) {
        try (Stream<String> lines = Files.lines(kept)) {
            lines.forEach(this::load);
        } catch (IOException e) {
            throw new UncheckedIOException("The queues can't be read from " + kept, e);
        }
    }

    private void load(String line) {
        try {
            JsonNode message = JSON.readTree(line);
            add(message.path("queue").asText(), message.path("body").asText());
        } catch (JsonProcessingException _) {
            // the last line of a process that was killed while it wrote
        }
    }

    /** Those that were ever sent to. */
    @Override
    public synchronized ListQueuesResponse listQueues(ListQueuesRequest request) {
        return ListQueuesResponse.builder()
                .queueUrls(queues.keySet().stream()
                        .filter(url -> url.substring(url.lastIndexOf('/') + 1)
                                .startsWith(Optional.ofNullable(request.queueNamePrefix())
                                        .orElse("")))
                        .toList())
                .build();
    }

    @Override
    public synchronized ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        List<Message> seen = queues.getOrDefault(request.queueUrl(), List.of()).stream()
                .filter(message -> !hidden.contains(message.receiptHandle()))
                .limit(RECEIVED_AT_ONCE)
                .toList();
        seen.forEach(message -> hidden.add(message.receiptHandle()));
        return ReceiveMessageResponse.builder().messages(seen).build();
    }

    @Override
    public synchronized DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        queues.getOrDefault(request.queueUrl(), new ArrayList<>())
                .removeIf(message -> message.receiptHandle().equals(request.receiptHandle()));
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public synchronized ChangeMessageVisibilityResponse changeMessageVisibility(
            ChangeMessageVisibilityRequest request) {
        if (request.visibilityTimeout() == 0) {
            hidden.remove(request.receiptHandle());
        }
        return ChangeMessageVisibilityResponse.builder().build();
    }

    /** How many messages a queue has; no other attribute is known here. */
    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        String count = Integer.toString(bodies(request.queueUrl()).size());
        return GetQueueAttributesResponse.builder()
                .attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, count))
                .build();
    }

    /** The bodies in a queue, the oldest first. */
    public synchronized List<String> bodies(String queueUrl) {
        return queues.getOrDefault(queueUrl, List.of()).stream()
                .map(Message::body)
                .toList();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
