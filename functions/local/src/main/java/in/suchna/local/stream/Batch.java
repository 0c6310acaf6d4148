package in.suchna.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Records a function is called with at once, and what its answer means for them. */
public record Batch(List<Change> changes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Batch {
        changes = List.copyOf(changes);
    }

    int size() {
        return changes.size();
    }

    Batch from(int index) {
        return new Batch(changes.subList(index, changes.size()));
    }

    Batch until(int index) {
        return new Batch(changes.subList(0, index));
    }

    byte[] event() {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        changes.forEach(change -> records.add(change.json()));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException("A batch can't be written as an event", e);
        }
    }

    /**
     * Where it failed by the function's answer: the index of the first failed record, or the size when none failed. As in
     * Lambda, an answer that can't be read or names a record that is not in the batch means that all failed.
     */
    int firstFailure(byte[] answer) {
        if (answer.length == 0) {
            return size();
        }
        Set<String> failed = new HashSet<>();
        try {
            for (JsonNode failure : JSON.readTree(answer).path("batchItemFailures")) {
                failed.add(failure.path("itemIdentifier").asText());
            }
        } catch (IOException _) {
            return 0;
        }
        Set<String> known = new HashSet<>();
        changes.forEach(change -> known.add(change.sequence()));
        if (!known.containsAll(failed)) {
            return 0;
        }
        for (int i = 0; i < size(); i++) {
            if (failed.contains(changes.get(i).sequence())) {
                return i;
            }
        }
        return size();
    }
}
