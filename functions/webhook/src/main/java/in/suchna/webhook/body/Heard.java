package in.suchna.webhook.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.message.Kind;

/** One thing of a webhook body; each becomes one row. */
public sealed interface Heard {

    /**
     * A person's message.
     *
     * @param kind {@link Kind#LIVE} or {@link Kind#STANDBY}
     * @param around what stood around it
     * @param message as it came; it has an id
     */
    record Message(Kind kind, Around around, ObjectNode message) implements Heard {}

    /**
     * What became of something we sent.
     *
     * @param around what stood around it
     * @param status as it came; it has an id and a status
     */
    record Status(Around around, ObjectNode status) implements Heard {}

    /**
     * A whole change that is no message: something about the account, or something not known here.
     *
     * @param kind {@link Kind#EVENT} or {@link Kind#UNHEARD}
     * @param field the webhook field; {@code none} where it has none
     * @param entry the entry without its changes
     * @param change as it came
     */
    record Change(Kind kind, String field, ObjectNode entry, ObjectNode change) implements Heard {}

    /**
     * A part of a body that can't be what it stands for, with as much around it as is known.
     *
     * @param field the webhook field; {@code none} where it has none
     * @param part as it came, beside what stood around it
     */
    record Broken(String field, JsonNode part) implements Heard {}

    /**
     * A body that is no JSON, or no webhook's.
     *
     * @param bytes as they came
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Unreadable(byte[] bytes) implements Heard {}
}
