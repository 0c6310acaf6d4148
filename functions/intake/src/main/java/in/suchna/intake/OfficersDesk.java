package in.suchna.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.intake.conversation.IncomingReader;
import in.suchna.intake.conversation.TipChange;
import in.suchna.intake.officer.Order;
import in.suchna.intake.officer.Orders;
import in.suchna.intake.officer.Serving;
import in.suchna.intake.officer.Serving.Served;
import in.suchna.message.KeptMessage;
import in.suchna.message.MessageId;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.tip.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Takes officers' messages. What came of one and its answer are written with its mark, so that it is answered once. */
final class OfficersDesk {
    private static final int MOST_TRIES = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamo;
    private final Tables tables;
    private final Orders orders;
    private final Serving serving;
    private final Taking taking;
    private final IncomingReader reader = new IncomingReader();

    OfficersDesk(DynamoDbClient dynamo, Tables tables, Orders orders, Serving serving, Taking taking) {
        this.dynamo = dynamo;
        this.tables = tables;
        this.orders = orders;
        this.serving = serving;
        this.taking = taking;
    }

    /**
     * Takes an officer's message.
     *
     * @return what it did to a tip of their own
     * @throws TransactionCanceledException if the table would not take it after a few tries
     */
    TipChange take(String officerId, KeptMessage message, Instant now) {
        Order order = orders.read(reader.read(message));
        return switch (order) {
            case Order.OwnTip(String words) -> taking.take(saying(message, words), now);
            case Order.GoOn _ -> taking.take(message, now);
            default -> served(officerId, order, message, now);
        };
    }

    /** The message without the word in front; a photo's caption becomes the tip's words. */
    private static KeptMessage saying(KeptMessage message, String words) {
        ObjectNode content = JSON.createObjectNode();
        content.putObject("text").put("body", words);
        return new KeptMessage(
                message.id(),
                message.kind(),
                message.field(),
                "text",
                message.citizen(),
                message.number(),
                message.aliases(),
                content.toString(),
                message.original(),
                message.address(),
                message.sentAt(),
                message.keptAt());
    }

    private TipChange served(String officerId, Order order, KeptMessage message, Instant now) {
        @Nullable TransactionCanceledException last = null;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Served served = serving.serve(officerId, order, now);
            try {
                List<TransactWriteItem> writes = writes(officerId, message, served, now);
                dynamo.transactWriteItems(b -> b.transactItems(writes));
                return new TipChange.None();
            } catch (TransactionCanceledException e) {
                if (Taking.wasHandledBefore(e)) {
                    return new TipChange.None();
                }
                last = e;
            }
        }
        throw java.util.Objects.requireNonNull(last);
    }

    /** The id of the answer to an officer's message, by which it is counted apart from answers to citizens. */
    static String answerTo(MessageId message) {
        return Outgoing.OFFICER + "answer-" + message.text() + ".0";
    }

    private List<TransactWriteItem> writes(String officerId, KeptMessage message, Served served, Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(tables.messages().handled(message.id(), served.about(), now));
        served.changed().ifPresent(tip -> {
            writes.add(tables.tips().put(tip));
            writes.add(tables.timeline()
                    .append(new TimelineEntry(
                            tip.reference(),
                            TimelineEntry.idOf(now, message.id().text()),
                            now,
                            "done",
                            JSON.createObjectNode()
                                    .put("officer", officerId)
                                    .put("report", served.report())
                                    .toString())));
        });
        message.address()
                .ifPresent(address -> served.says()
                        .ifPresent(words -> writes.add(tables.outbox()
                                .put(new Outgoing(
                                        answerTo(message.id()),
                                        Optional.of("officer"),
                                        address,
                                        Payloads.text(words),
                                        Optional.empty(),
                                        message.sentAt().plus(Taking.WINDOW),
                                        Delivery.WAITING,
                                        0,
                                        now,
                                        now.plus(Taking.SWEPT_AFTER))))));
        return writes;
    }
}
