package in.suchna.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.citizen.CitizenId;
import in.suchna.intake.conversation.Conversation;
import in.suchna.intake.conversation.Incoming;
import in.suchna.intake.conversation.Occasion;
import in.suchna.intake.conversation.Step;
import in.suchna.intake.conversation.Talk;
import in.suchna.intake.conversation.TipChange;
import in.suchna.message.KeptMessage;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes the hourly probe: its words are judged as a citizen's are and become a tip, but nobody is remembered, nothing is
 * answered, and no timeline, queue or figure knows of it.
 */
final class Probing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamo;
    private final Tables tables;
    private final Conversation conversation;
    private final RandomGenerator random;

    Probing(DynamoDbClient dynamo, Tables tables, Conversation conversation, RandomGenerator random) {
        this.dynamo = dynamo;
        this.tables = tables;
        this.conversation = conversation;
        this.random = random;
    }

    /** Takes it once. Words that don't become a tip leave none, and then the alert that is missing tells. */
    void take(KeptMessage message, Instant now) {
        Step step = conversation.step(new Occasion(
                Talk.fresh(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Incoming.Words(wordsOf(message), false),
                now,
                Reference.draw(random)));
        if (step.change() instanceof TipChange.Open opened) {
            try {
                dynamo.transactWriteItems(b -> b.transactItems(writes(message, step, opened, now)));
            } catch (TransactionCanceledException e) {
                if (!Taking.wasHandledBefore(e)) {
                    throw e;
                }
            }
        }
    }

    private static String wordsOf(KeptMessage message) {
        try {
            return JSON.readTree(message.content()).path("text").path("body").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("A probe's content is no JSON", e);
        }
    }

    private List<TransactWriteItem> writes(KeptMessage message, Step step, TipChange.Open opened, Instant now) {
        boolean wakes = opened.judgement().priority().wakesAnOfficer();
        return List.of(
                tables.messages().handled(message.id(), Optional.empty(), now),
                tables.tips()
                        .put(new Tip(
                                opened.reference(),
                                CitizenId.PROBE,
                                step.language(),
                                Status.NEW,
                                opened.judgement(),
                                opened.text(),
                                1,
                                wakes ? Optional.of(message.keptAt()) : Optional.empty(),
                                0,
                                message.keptAt(),
                                message.keptAt(),
                                0)));
    }
}
