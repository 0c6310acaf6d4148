package in.suchna.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What Lambda leaves in a queue of failures: where the records stand in the stream, not what they hold.
 *
 * @param functionArn the function that failed, with its alias
 * @param streamArn the stream
 * @param shard the shard
 * @param first the sequence number of the first record
 * @param last that of the last one
 * @param firstAt about when the first record was written
 * @param lastAt about when the last one was
 */
record Note(
        String functionArn,
        String streamArn,
        String shard,
        String first,
        BigInteger last,
        Instant firstAt,
        Instant lastAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a message; empty when it is no such note. */
    static Optional<Note> of(String body) {
        try {
            JsonNode message = JSON.readTree(body);
            JsonNode batch = message.path("DDBStreamBatchInfo");
            return Optional.of(new Note(
                    needed(message.path("requestContext"), "functionArn"),
                    needed(batch, "streamArn"),
                    needed(batch, "shardId"),
                    needed(batch, "startSequenceNumber"),
                    new BigInteger(needed(batch, "endSequenceNumber")),
                    Instant.parse(needed(batch, "approximateArrivalOfFirstRecord")),
                    Instant.parse(needed(batch, "approximateArrivalOfLastRecord"))));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException broken) {
            return Optional.empty();
        }
    }

    private static String needed(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException("The note lacks " + name);
        }
        return node.path(name).asText();
    }

    /** The physical name of the table whose stream it is. */
    String table() {
        return streamArn.replaceFirst(".*:table/", "").replaceFirst("/stream/.*", "");
    }
}
