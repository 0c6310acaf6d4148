package in.suchna.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Calls a function with records as its stream's mapping does, through the mapping's own filter. */
final class Retelling {
    /** A mapping of the template's hands over as many, and with rows of 400 KB they stay below Lambda's 6 MB. */
    static final int AT_ONCE = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LambdaClient lambda;

    Retelling(LambdaClient lambda) {
        this.lambda = lambda;
    }

    /** What came of it. */
    sealed interface Outcome {}

    /** The function took all that its filter lets through. */
    record Taken(int records) implements Outcome {}

    /** The function failed again, and nothing after it was told. */
    record Failed(String why) implements Outcome {}

    /** None of the records is one that the function is told of. */
    record Nothing() implements Outcome {}

    /** No mapping leads from the stream to the function any more. */
    record NotMapped() implements Outcome {}

    Outcome tell(Note note, List<ObjectNode> records) {
        List<RecordFilter> filters = filters(note);
        if (filters.isEmpty()) {
            return new NotMapped();
        }
        List<ObjectNode> wanted = records.stream()
                .filter(record -> filters.stream().anyMatch(filter -> filter.passes(record)))
                .toList();
        if (wanted.isEmpty()) {
            return new Nothing();
        }
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<ObjectNode> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            Optional<String> failure = failureOf(note.functionArn(), some);
            if (failure.isPresent()) {
                return new Failed(failure.get());
            }
        }
        return new Taken(wanted.size());
    }

    private List<RecordFilter> filters(Note note) {
        List<RecordFilter> filters = new ArrayList<>();
        lambda.listEventSourceMappings(
                        ask -> ask.functionName(note.functionArn()).eventSourceArn(note.streamArn()))
                .eventSourceMappings()
                .forEach(mapping -> filters.add(new RecordFilter(
                        mapping.filterCriteria() == null
                                ? List.of()
                                : mapping.filterCriteria().filters().stream()
                                        .map(filter -> filter.pattern())
                                        .toList())));
        return filters;
    }

    private Optional<String> failureOf(String function, List<ObjectNode> records) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode all = event.putArray("Records");
        records.forEach(all::add);
        InvokeResponse answer =
                lambda.invoke(call -> call.functionName(function).payload(SdkBytes.fromByteArray(bytes(event))));
        if (answer.functionError() != null) {
            return Optional.of("it ended with an exception (" + answer.functionError() + ")");
        }
        try {
            JsonNode failures = JSON.readTree(answer.payload().asByteArray()).path("batchItemFailures");
            return failures.isArray() && failures.isEmpty()
                    ? Optional.empty()
                    : Optional.of("it reported %d of %d records".formatted(failures.size(), records.size()));
        } catch (IOException _) {
            // without the cause: Jackson quotes the input
            return Optional.of("its answer can't be read");
        }
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException _) {
            throw new IllegalArgumentException("Records can't be written as an event");
        }
    }
}
