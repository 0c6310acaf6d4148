package in.suchna.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.Language;
import in.suchna.evidence.whatsapp.Mishap;
import in.suchna.message.Attachment;
import in.suchna.message.Custody;
import in.suchna.message.Standing;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Sealed;
import in.suchna.store.Attachments;
import in.suchna.store.Messages;
import in.suchna.store.Outbox;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Enters a kept or lost file on its tip's timeline, once, and tells the citizen of a lost one in the same transaction. The
 * intake makes the tip while the file is fetched, so a file may be there first.
 */
final class Entering {

    /** How long a citizen whose file is lost waits for a tip to be told of. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN_LATE = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration SWEPT_AFTER = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamo;
    private final Tables tables;
    private final Words words = new Words();
    private final String template;
    private final Clock clock;

    /** The tables it reads and writes. */
    record Tables(Attachments attachments, Messages messages, Tips tips, Timeline timeline, Outbox outbox) {}

    /** @param template the approved template for answers outside WhatsApp's 24-hour window */
    Entering(DynamoDbClient dynamo, Tables tables, String template, Clock clock) {
        this.dynamo = dynamo;
        this.tables = tables;
        this.template = template;
        this.clock = clock;
    }

    /** Enters it if its tip is known by now; else it is looked at again later. */
    void enter(Attachment settled) {
        Instant now = clock.instant();
        Optional<Standing> standing = tables.messages().standing(settled.id());
        Optional<Tip> tip = standing.flatMap(Standing::tip).flatMap(tables.tips()::find);
        boolean alone = standing.map(Standing::handled).orElse(true);
        boolean overdue = settled.createdAt().plus(PATIENCE).isBefore(now);
        if (tip.isPresent()) {
            write(onTimeline(settled, tip.get(), standing.flatMap(Standing::address), now));
        } else if (alone || (overdue && settled.custody() == Custody.LOST)) {
            write(withoutTip(settled, standing.flatMap(Standing::address), now));
        } else {
            tables.attachments().later(settled, now.plus(overdue ? LOOK_AGAIN_LATE : LOOK_AGAIN));
        }
    }

    private void write(List<TransactWriteItem> writes) {
        try {
            dynamo.transactWriteItems(b -> b.transactItems(writes));
        } catch (TransactionCanceledException e) {
            boolean before = e.hasCancellationReasons()
                    && "ConditionalCheckFailed"
                            .equals(e.cancellationReasons().getFirst().code());
            if (!before) {
                throw e;
            }
        }
    }

    private List<TransactWriteItem> onTimeline(Attachment settled, Tip tip, Optional<Sealed> address, Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(tables.attachments().entered(settled, now));
        writes.add(tables.timeline().append(entry(settled, tip.reference(), now)));
        if (settled.custody() == Custody.LOST) {
            Words.Occasion occasion = isTooLarge(settled) ? Words.Occasion.TOO_LARGE : Words.Occasion.LOST;
            String sentence = words.of(tip.language(), occasion, tip.reference().text());
            address.ifPresent(
                    to -> writes.add(tables.outbox().put(saying(settled, Optional.of(tip), to, sentence, now))));
        }
        return writes;
    }

    private List<TransactWriteItem> withoutTip(Attachment settled, Optional<Sealed> address, Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(tables.attachments().entered(settled, now));
        if (settled.custody() == Custody.LOST) {
            String sentence = words.of(Language.HINDI, Words.Occasion.LOST_ALONE, "");
            address.ifPresent(
                    to -> writes.add(tables.outbox().put(saying(settled, Optional.empty(), to, sentence, now))));
        }
        return writes;
    }

    private static boolean isTooLarge(Attachment lost) {
        return lost.mishap().filter(Mishap.TOO_LARGE.name()::equals).isPresent();
    }

    private static TimelineEntry entry(Attachment settled, Reference tip, Instant now) {
        ObjectNode content =
                JSON.createObjectNode().put("message", settled.id().text()).put("type", settled.type());
        if (settled.custody() == Custody.LOST) {
            settled.mishap().map(Mishap::valueOf).ifPresent(why -> content.put("why", why.meaning()));
        }
        return new TimelineEntry(
                tip,
                TimelineEntry.idOf(now, settled.id().text() + ".file"),
                now,
                settled.custody() == Custody.LOST ? TimelineEntry.EVIDENCE_LOST : TimelineEntry.EVIDENCE,
                content.toString(),
                settled.exhibit());
    }

    private Outgoing saying(Attachment lost, Optional<Tip> tip, Sealed address, String sentence, Instant now) {
        ObjectNode payload = JSON.createObjectNode().put("type", "text");
        payload.putObject("text").put("body", sentence).put("preview_url", false);
        return new Outgoing(
                Outbox.idOfLostFile(lost.id()),
                tip.map(t -> t.reference().text()),
                address,
                payload.toString(),
                tip.map(this::template),
                lost.sentAt().plus(WINDOW),
                Delivery.WAITING,
                0,
                now,
                now.plus(SWEPT_AFTER));
    }

    private String template(Tip tip) {
        ObjectNode node = JSON.createObjectNode().put("type", "template");
        ObjectNode body = node.putObject("template").put("name", template);
        // Chhattisgarhi and Hinglish have no template language of their own at WhatsApp
        body.putObject("language").put("code", tip.language() == Language.ENGLISH ? "en" : "hi");
        ObjectNode component = body.putArray("components").addObject().put("type", "body");
        component
                .putArray("parameters")
                .addObject()
                .put("type", "text")
                .put("text", tip.reference().text());
        return node.toString();
    }
}
