package in.suchna.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One record of a stream on its way to a function.
 *
 * @param shard the shard it is of
 * @param sequence its sequence number, unique within the stream
 * @param lane a number made of its partition key: changes of one item have the same
 * @param at when the item changed
 * @param json the record as Lambda hands it over
 */
public record Change(String shard, String sequence, int lane, Instant at, ObjectNode json) {}
