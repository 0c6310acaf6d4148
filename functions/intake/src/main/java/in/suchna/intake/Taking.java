package in.suchna.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.Citizen;
import in.suchna.citizen.CitizenId;
import in.suchna.intake.conversation.Conversation;
import in.suchna.intake.conversation.Incoming;
import in.suchna.intake.conversation.IncomingReader;
import in.suchna.intake.conversation.Occasion;
import in.suchna.intake.conversation.Saying;
import in.suchna.intake.conversation.Step;
import in.suchna.intake.conversation.Talk;
import in.suchna.intake.conversation.TalkJson;
import in.suchna.intake.conversation.TipChange;
import in.suchna.message.KeptMessage;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.store.Outbox;
import in.suchna.tip.Judgement;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes one message down: one transaction turns it into the citizen's state, a tip, its timeline and the answers. The
 * message's own row is marked in the same transaction, so that a message told twice is taken once.
 */
final class Taking {

    /** How often a message is tried again at once when another message of the same citizen was quicker. */
    private static final int MOST_TRIES = 8;

    /** WhatsApp's window for free answers, from the citizen's last message. */
    static final Duration WINDOW = Duration.ofHours(24);

    /** When the sweep looks after an answer that the stream should have sent. */
    static final Duration SWEPT_AFTER = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamo;
    private final Tables tables;
    private final Conversation conversation;
    private final Payloads payloads;
    private final RandomGenerator random;
    private final Forgetting forgetting;
    private final IncomingReader reader = new IncomingReader();

    Taking(DynamoDbClient dynamo, Tables tables, Conversation conversation, Payloads payloads, RandomGenerator random) {
        this.dynamo = dynamo;
        this.tables = tables;
        this.conversation = conversation;
        this.payloads = payloads;
        this.random = random;
        this.forgetting = new Forgetting(tables);
    }

    /**
     * Takes a message down.
     *
     * @return what it did; {@link TipChange.None} too when it was taken before
     * @throws TransactionCanceledException if the table would not take it after {@value #MOST_TRIES} tries
     */
    TipChange take(KeptMessage message, Instant now) {
        @Nullable TransactionCanceledException last = null;
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Known known = known(message);
            Occasion occasion = occasion(message, known, now);
            Step step = conversation.step(occasion);
            Optional<Reference> about = referenceOf(step.change());
            if (step.change() instanceof TipChange.Forget) {
                forgetting.forget(known.citizen().id(), message, now);
            }
            try {
                dynamo.transactWriteItems(
                        b -> b.transactItems(writes(message, known, occasion.openTip(), step, about, now)));
                return step.change();
            } catch (TransactionCanceledException e) {
                if (wasHandledBefore(e)) {
                    return new TipChange.None();
                }
                last = e;
            }
        }
        throw java.util.Objects.requireNonNull(last);
    }

    /** Who wrote, and which of their ids still have to be linked to them. */
    private record Known(Citizen citizen, Talk talk, List<CitizenId> unlinked) {}

    private Known known(KeptMessage message) {
        // a message without a sender is still a tip, of a citizen nobody will meet again
        CitizenId id =
                message.citizen().orElseGet(() -> new CitizenId(message.id().text()));
        List<CitizenId> unlinked = new ArrayList<>();
        Optional<Citizen> found = tables.citizens().find(id);
        if (found.isEmpty()) {
            for (CitizenId alias : message.aliases()) {
                Optional<Citizen> under =
                        found.isPresent() ? found : tables.citizens().find(alias);
                if (under.isPresent() && found.isEmpty()) {
                    unlinked.add(id);
                } else if (under.isEmpty()) {
                    unlinked.add(alias);
                }
                found = under;
            }
        }
        Citizen citizen = found.orElseGet(() -> new Citizen(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                message.sentAt(),
                TalkJson.write(Talk.fresh()),
                0));
        return new Known(citizen, TalkJson.read(citizen.conversation()), unlinked);
    }

    private Occasion occasion(KeptMessage message, Known known, Instant now) {
        Incoming incoming = reader.read(message);
        Optional<Tip> named = named(known, incoming);
        Optional<Tip> open = named.or(() -> known.citizen().openTip().flatMap(tables.tips()::find));
        return new Occasion(
                known.talk(),
                known.citizen().language(),
                open,
                named.or(() -> open),
                incoming,
                now,
                Reference.draw(random));
    }

    private Optional<Tip> named(Known known, Incoming incoming) {
        return incoming instanceof Incoming.Words(String text, boolean _)
                ? Reference.findIn(text).filter(known.talk().recent()::contains).flatMap(tables.tips()::find)
                : Optional.empty();
    }

    private static Optional<Reference> referenceOf(TipChange change) {
        return switch (change) {
            case TipChange.Open open -> Optional.of(open.reference());
            case TipChange.Add add -> Optional.of(add.reference());
            case TipChange.Note note -> Optional.of(note.reference());
            case TipChange.None _, TipChange.Leave _, TipChange.Forget _ -> Optional.empty();
        };
    }

    private List<TransactWriteItem> writes(
            KeptMessage message,
            Known known,
            Optional<Tip> openTip,
            Step step,
            Optional<Reference> about,
            Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(tables.messages().handled(message.id(), about, now));
        Citizen citizen = citizenAfter(message, known.citizen(), step);
        writes.add(tables.citizens().put(citizen));
        known.unlinked().forEach(other -> writes.add(tables.citizens().link(other, citizen)));
        tipAfter(message, known.citizen(), openTip, step)
                .ifPresent(tip -> writes.add(tables.tips().put(tip)));
        about.ifPresent(reference -> writes.add(tables.timeline().append(entry(message, step, reference))));
        writes.addAll(answers(message, step, about, now));
        return writes;
    }

    private static Citizen citizenAfter(KeptMessage message, Citizen before, Step step) {
        Optional<Reference> open = switch (step.change()) {
            case TipChange.Open opened -> Optional.of(opened.reference());
            case TipChange.Add added -> Optional.of(added.reference());
            case TipChange.Leave _, TipChange.Forget _ -> Optional.empty();
            case TipChange.None _, TipChange.Note _ -> before.openTip();
        };
        boolean forgotten = step.change() instanceof TipChange.Forget;
        return new Citizen(
                before.id(),
                Optional.of(step.language()),
                open,
                forgotten ? Optional.empty() : message.address().or(before::address),
                message.sentAt().isAfter(before.lastMessageAt()) ? message.sentAt() : before.lastMessageAt(),
                TalkJson.write(step.talk()),
                before.version());
    }

    private static Optional<Tip> tipAfter(KeptMessage message, Citizen citizen, Optional<Tip> openTip, Step step) {
        return switch (step.change()) {
            case TipChange.Open open -> Optional.of(opened(message, citizen, step, open));
            case TipChange.Add add -> openTip.map(tip -> grown(message, tip, add));
            case TipChange.Note _, TipChange.None _, TipChange.Leave _, TipChange.Forget _ -> Optional.empty();
        };
    }

    private static Tip opened(KeptMessage message, Citizen citizen, Step step, TipChange.Open open) {
        Judgement judgement = open.judgement();
        return new Tip(
                open.reference(),
                citizen.id(),
                step.language(),
                Status.NEW,
                judgement,
                open.text(),
                1,
                judgement.priority().wakesAnOfficer() ? Optional.of(message.keptAt()) : Optional.empty(),
                0,
                message.keptAt(),
                message.keptAt(),
                0);
    }

    private static Tip grown(KeptMessage message, Tip tip, TipChange.Add add) {
        return new Tip(
                tip.reference(),
                tip.citizen(),
                tip.language(),
                tip.status(),
                add.judgement(),
                add.text(),
                tip.parts() + 1,
                add.rose() ? Optional.of(message.keptAt()) : tip.urgentSince(),
                tip.raises() + (add.rose() ? 1 : 0),
                tip.createdAt(),
                message.keptAt(),
                tip.version(),
                tip.handling());
    }

    private static TimelineEntry entry(KeptMessage message, Step step, Reference reference) {
        ObjectNode content = JSON.createObjectNode();
        content.put("message", message.id().text());
        content.put("type", message.type());
        content.put("content", message.content());
        judgementOf(step.change()).ifPresent(judged -> {
            content.put("category", judged.category().name());
            content.put("priority", judged.priority().name());
        });
        return new TimelineEntry(
                reference,
                TimelineEntry.idOf(message.keptAt(), message.id().text()),
                message.keptAt(),
                step.change() instanceof TipChange.Note(Reference _, String what) ? what : "message",
                content.toString());
    }

    private static Optional<Judgement> judgementOf(TipChange change) {
        return switch (change) {
            case TipChange.Open open -> Optional.of(open.judgement());
            case TipChange.Add add -> Optional.of(add.judgement());
            case TipChange.Note _, TipChange.None _, TipChange.Leave _, TipChange.Forget _ -> Optional.empty();
        };
    }

    private List<TransactWriteItem> answers(KeptMessage message, Step step, Optional<Reference> about, Instant now) {
        List<TransactWriteItem> rows = new ArrayList<>();
        message.address().ifPresent(address -> {
            int n = 0;
            for (Saying saying : step.says()) {
                boolean tick = saying instanceof Saying.Tick;
                rows.add(tables.outbox()
                        .put(new Outgoing(
                                message.id().text() + "." + n++,
                                aboutOf(step, about),
                                address,
                                payloads.of(saying),
                                tick ? Optional.empty() : about.map(r -> payloads.template(step.language(), r)),
                                message.sentAt().plus(WINDOW),
                                Delivery.WAITING,
                                0,
                                now,
                                now.plus(SWEPT_AFTER))));
            }
        });
        return rows;
    }

    private static Optional<String> aboutOf(Step step, Optional<Reference> tip) {
        return step.change() instanceof TipChange.Forget ? Optional.of(Outbox.FORGOTTEN) : tip.map(Reference::text);
    }

    static boolean wasHandledBefore(TransactionCanceledException e) {
        List<CancellationReason> reasons = e.cancellationReasons();
        return !reasons.isEmpty()
                && "ConditionalCheckFailed".equals(reasons.getFirst().code());
    }
}
