package in.suchna.localaws.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.localaws.policy.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** SNS, as far as it sends SMS: what is published stands in an inbox, and in a file when data is kept. */
public final class LocalSns implements SnsClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final Optional<Path> file;
    private final List<Sms> inbox = new CopyOnWriteArrayList<>();
    private final List<Consumer<Sms>> listeners = new CopyOnWriteArrayList<>();

    /** @param file where the inbox is kept, one SMS a line; empty: nowhere */
    public LocalSns(Clock clock, Optional<Path> file) {
        this.clock = clock;
        this.file = file;
        file.filter(Files::exists).ifPresent(this::load);
    }

    /** The SMS sent so far, the oldest first. */
    public List<Sms> inbox() {
        return List.copyOf(inbox);
    }

    /** Tells each SMS from now on. */
    public void onSms(Consumer<Sms> listener) {
        listeners.add(listener);
    }

    /** Takes an SMS. A topic is refused: no function of ours publishes to one. */
    @Override
    public synchronized PublishResponse publish(PublishRequest request) {
        if (request.phoneNumber() == null || !request.phoneNumber().matches("\\+[1-9][0-9]{6,14}")) {
            throw invalid("Invalid parameter: PhoneNumber");
        }
        if (request.message() == null || request.message().isEmpty()) {
            throw invalid("Invalid parameter: Empty message");
        }
        Map<String, String> attributes = new HashMap<>();
        request.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
        Sms sms = new Sms(
                request.phoneNumber(),
                request.message(),
                attributes,
                clock.instant(),
                UUID.randomUUID().toString());
        file.ifPresent(f -> append(f, sms));
        inbox.add(sms);
        listeners.forEach(listener -> listener.accept(sms));
        return PublishResponse.builder().messageId(sms.messageId()).build();
    }

    private static InvalidParameterException invalid(String message) {
        return InvalidParameterException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(Refusals.details("sns", "InvalidParameter", message))
                .build();
    }

    private static void append(Path file, Sms sms) {
        ObjectNode line = JSON.createObjectNode()
                .put("phone", sms.phone())
                .put("text", sms.text())
                .put("at", sms.at().toString())
                .put("messageId", sms.messageId());
        line.set("attributes", JSON.valueToTree(sms.attributes()));
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The SMS inbox can't be kept in " + file, e);
        }
    }

    private void load(Path kept) {
        try (var lines = Files.lines(kept)) {
            lines.map(LocalSns::parsed).flatMap(Optional::stream).forEach(inbox::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The SMS inbox can't be read from " + kept, e);
        }
    }

    private static Optional<Sms> parsed(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            Map<String, String> attributes = new HashMap<>();
            node.path("attributes")
                    .properties()
                    .forEach(a -> attributes.put(a.getKey(), a.getValue().asText()));
            return Optional.of(new Sms(
                    node.path("phone").asText(),
                    node.path("text").asText(),
                    attributes,
                    Instant.parse(node.path("at").asText()),
                    node.path("messageId").asText()));
        } catch (JsonProcessingException _) {
            // the last line of a process that was killed while it wrote
            return Optional.empty();
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
