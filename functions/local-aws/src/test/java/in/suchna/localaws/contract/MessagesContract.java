package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import in.suchna.message.MessageId;
import in.suchna.seal.Sealed;
import in.suchna.store.Messages;
import in.suchna.store.Timeline;
import in.suchna.tip.Reference;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

abstract class MessagesContract extends Contract {
    private final Messages messages;
    private final MessageId id = new MessageId(ownName());

    MessagesContract(Cloud cloud) {
        super(cloud);
        this.messages = new Messages(cloud.dynamo(), cloud.table("Messages"), RETENTION);
    }

    private KeptMessage message(String content, Sealed original) {
        return new KeptMessage(
                id,
                Kind.LIVE,
                "messages",
                "text",
                Optional.of(Invented.citizen()),
                Optional.of(Invented.citizen()),
                List.of(Invented.citizen(), Invented.citizen()),
                content,
                original,
                Optional.of(Invented.sealed()),
                now.minusSeconds(3),
                now);
    }

    private KeptMessage message(String content) {
        return message(content, Invented.sealed());
    }

    @Test
    void aMessageIsKeptOnceAndARedeliveryChangesNothing() {
        KeptMessage first = message("पहला");

        assertThat(messages.keep(first)).isTrue();
        assertThat(messages.keep(message("second"))).isFalse();
        assertThat(messages.find(id)).contains(first);
    }

    @Test
    void ofManyWhoKeepOneMessageAtOnceOneIsTold() throws Exception {
        KeptMessage message = message("one");

        assertThat(Collections.frequency(race(() -> messages.keep(message)), true))
                .isEqualTo(1);
    }

    @Test
    void everyWordAndByteComesBack() {
        KeptMessage message = message(Invented.WORDS);
        messages.keep(message);

        assertThat(messages.find(id)).contains(message);
    }

    @Test
    void anEmptyTextComesBackEmpty() {
        messages.keep(message(""));

        assertThat(messages.find(id)).map(KeptMessage::content).contains("");
    }

    @Test
    void whatIsAbsentLeavesNoAttribute() {
        KeptMessage event = new KeptMessage(
                id,
                Kind.EVENT,
                "account_update",
                "none",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "{}",
                Invented.sealed(),
                Optional.empty(),
                now,
                now);
        messages.keep(event);

        assertThat(messages.find(id)).contains(event);
        assertThat(row("Messages", key("id", id.text())).item())
                .doesNotContainKeys("citizen", "byNumber", "aliases", "address");
    }

    @Test
    void aRowOfThreeHundredKilobytesIsKeptWhole() {
        KeptMessage large = message(Invented.longText(150_000), Invented.sealed(150_000));

        assertThat(messages.keep(large)).isTrue();
        assertThat(messages.find(id)).contains(large);
    }

    @Test
    void aRowOverFourHundredKilobytesIsRefusedAndNotKept() {
        KeptMessage tooLarge = message(Invented.longText(410_000));

        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> messages.keep(tooLarge))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
        assertThat(messages.find(id)).isEmpty();
    }

    @Test
    void aRowExpiresWhenItsTimeToLiveHasPassed() {
        messages.keep(message("one"));

        assertThat(row("Messages", key("id", id.text())).number("expires")).isEqualTo(expiryOf(now));
    }

    @Test
    void aMessageIsHandledOnceAndWhatStandsBesideItHappensOnce() {
        Timeline timeline = new Timeline(cloud.dynamo(), cloud.table("Timeline"), RETENTION);
        Reference tip = Invented.reference();
        messages.keep(message("one"));
        transact(messages.handled(id, Optional.of(tip), now), timeline.append(Invented.entry(tip, now, "first")));

        assertThat(refusals(
                        timeline.append(Invented.entry(tip, now, "second")),
                        messages.handled(id, Optional.of(tip), now)))
                .containsExactly(NO_OBJECTION, REFUSED);
        assertThat(timeline.of(tip)).containsExactly(Invented.entry(tip, now, "first"));
    }

    @Test
    void ofManyWhoHandleOneMessageAtOnceOneComesThrough() throws Exception {
        messages.keep(message("one"));

        assertThat(Collections.frequency(race(() -> succeeds(messages.handled(id, Optional.empty(), now))), true))
                .isEqualTo(1);
    }

    @Test
    void aMessageNobodyKeptIsNotHandled() {
        assertThat(refusals(messages.handled(id, Optional.empty(), now))).containsExactly(REFUSED);
        assertThat(messages.find(id)).isEmpty();
    }
}
