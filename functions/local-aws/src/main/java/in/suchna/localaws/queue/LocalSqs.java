package in.suchna.localaws.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** SQS in memory, and in a file when data is kept: what is sent stays. */
public final class LocalSqs implements SqsClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> bodies = new ConcurrentHashMap<>();
    private final Optional<Path> file;

    /** @param file where messages are kept, one a line; empty: nowhere */
    public LocalSqs(Optional<Path> file) {
        this.file = file;
        file.filter(Files::exists).ifPresent(this::load);
    }

    @Override
    public synchronized SendMessageResponse sendMessage(SendMessageRequest request) {
        file.ifPresent(kept -> append(kept, request));
        add(request.queueUrl(), request.messageBody());
        return SendMessageResponse.builder()
                .messageId(UUID.randomUUID().toString())
                .build();
    }

    private void add(String queueUrl, String body) {
        bodies.computeIfAbsent(queueUrl, _ -> new CopyOnWriteArrayList<>()).add(body);
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

    /** How many messages a queue has; no other attribute is known here. */
    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        String count = Integer.toString(bodies(request.queueUrl()).size());
        return GetQueueAttributesResponse.builder()
                .attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, count))
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
