package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Address;
import in.suchna.seal.Sealed;
import in.suchna.store.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SendingTest {
    private static final Stage STAGE = new Stage();
    private static final String TICK = "{\"type\":\"reaction\",\"reaction\":{\"emoji\":\"✔\"}}";

    @BeforeEach
    void empty() {
        STAGE.reset();
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void aRowIsSentToThePhoneWithOurIdAndTheToken() {
        STAGE.put("m1.0");
        assertThat(STAGE.tell("m1.0").path("batchItemFailures")).isEmpty();

        JsonNode sent = STAGE.graph.messages().getFirst();
        assertThat(sent.path("to").asText()).isEqualTo("+" + Stage.PHONE);
        assertThat(sent.has("recipient")).isFalse();
        assertThat(sent.path("biz_opaque_callback_data").asText()).isEqualTo("m1.0");
        assertThat(sent.path("text").path("body").asText()).isEqualTo("We have it.");
        assertThat(STAGE.graph.seen().getLast().authorization())
                .isEqualTo("Bearer " + STAGE.aws.secret("WhatsAppTokenName"));
        assertThat(STAGE.graph.seen().getLast().path()).matches("/v[0-9.]+/[0-9]+/messages");
        assertThat(STAGE.status("m1.0")).isEqualTo("sent");
    }

    @Test
    void whoHasNoPhoneIsReachedByUserId() {
        STAGE.put(STAGE.row(
                "m2.0",
                new Address(Optional.empty(), Optional.of(Stage.USER_ID), Optional.empty()),
                Stage.TEXT,
                Optional.empty()));
        STAGE.tell("m2.0");

        JsonNode sent = STAGE.graph.messages().getFirst();
        assertThat(sent.path("recipient").asText()).isEqualTo(Stage.USER_ID);
        assertThat(sent.path("recipient_type").asText()).isEqualTo("individual");
        assertThat(sent.has("to")).isFalse();
    }

    @Test
    void aUserIdWhereThePhoneBelongsNeverGoesIntoTo() {
        STAGE.put(STAGE.row(
                "m3.0",
                new Address(Optional.of(Stage.USER_ID), Optional.empty(), Optional.empty()),
                Stage.TEXT,
                Optional.empty()));
        STAGE.tell("m3.0");

        assertThat(STAGE.graph.messages().getFirst().has("to")).isFalse();
        assertThat(STAGE.graph.messages().getFirst().path("recipient").asText()).isEqualTo(Stage.USER_ID);
    }

    @Test
    void anAddressThatReachesNobodyEndsWithAnAlarm() {
        STAGE.put(STAGE.row(
                "m4.0",
                new Address(Optional.empty(), Optional.of("foo_bar"), Optional.empty()),
                Stage.TEXT,
                Optional.empty()));
        STAGE.tell("m4.0");

        assertThat(STAGE.graph.seen()).isEmpty();
        assertThat(STAGE.status("m4.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void aPayloadCantChooseItsOwnRecipient() {
        STAGE.put(STAGE.row(
                "m5.0",
                new Address(Optional.empty(), Optional.of(Stage.USER_ID), Optional.empty()),
                "{\"type\":\"text\",\"to\":\"+915555099999\",\"text\":{\"body\":\"x\"}}",
                Optional.empty()));
        STAGE.tell("m5.0");

        assertThat(STAGE.graph.messages().getFirst().has("to")).isFalse();
    }

    @Test
    void theFirstAnswerMarksTheMessageReadAndShowsTyping() {
        STAGE.put("m.0");
        STAGE.put("m.1");
        STAGE.tell("m.0", "m.1");

        List<FakeGraph.Seen> seen = STAGE.graph.seen();
        assertThat(seen).extracting(FakeGraph.Seen::isMark).containsExactly(true, false, false);
        assertThat(seen.getFirst().body().path("message_id").asText()).isEqualTo(Stage.WAMID);
        assertThat(seen.getFirst().body().path("typing_indicator").path("type").asText())
                .isEqualTo("text");
    }

    @Test
    void aMarkThatFailsCostsNoAnswer() {
        STAGE.put("m.0");
        STAGE.put("n.0");
        STAGE.graph.onMark(FakeGraph.error(400, 131009));
        STAGE.tell("m.0");
        STAGE.graph.onMark(new FakeGraph.Behaviour.Silent());
        STAGE.tell("n.0");

        assertThat(STAGE.status("m.0")).isEqualTo("sent");
        assertThat(STAGE.status("n.0")).isEqualTo("sent");
    }

    @Test
    void whatAnswersNoMessageMarksNothing() {
        STAGE.put(STAGE.row(
                "m.0",
                new Address(Optional.of(Stage.PHONE), Optional.empty(), Optional.empty()),
                Stage.TEXT,
                Optional.empty()));
        STAGE.tell("m.0");
        assertThat(STAGE.graph.seen()).hasSize(1);
    }

    @Test
    void aReactionIsPutOnTheMessageItAnswersAndShowsNoTyping() {
        STAGE.put(STAGE.row("m.0", Stage.citizen(), TICK, Optional.empty()));
        STAGE.tell("m.0");

        assertThat(STAGE.graph.seen()).hasSize(1);
        JsonNode reaction = STAGE.graph.messages().getFirst().path("reaction");
        assertThat(reaction.path("message_id").asText()).isEqualTo(Stage.WAMID);
        assertThat(reaction.path("emoji").asText()).isEqualTo("✔");
    }

    @Test
    void aReactionWithNothingToPutItOnIsDroppedQuietly() {
        STAGE.put(STAGE.row(
                "m.0",
                new Address(Optional.of(Stage.PHONE), Optional.empty(), Optional.empty()),
                TICK,
                Optional.empty()));
        STAGE.tell("m.0");

        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isZero();
    }

    @Test
    void theAnswersToOneMessageGoOutInTheirOrder() {
        String[] ids = new String[12];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = STAGE.put("m" + i % 3 + "." + i / 3);
        }
        STAGE.tell(ids);

        for (String conversation : List.of("m0", "m1", "m2")) {
            assertThat(STAGE.graph.messages().stream()
                            .map(m -> m.path("biz_opaque_callback_data").asText())
                            .filter(id -> id.startsWith(conversation)))
                    .containsExactly(
                            conversation + ".0", conversation + ".1", conversation + ".2", conversation + ".3");
        }
    }

    @Test
    void aRowWhoseRecordWasLostIsSentByTheSweep() {
        STAGE.put("m.0");
        STAGE.sweep();
        assertThat(STAGE.graph.messages()).isEmpty();
        STAGE.sweepAfter(Duration.ofMinutes(1));
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void nothingThatNamesTheCitizenIsKeptOrSaidWhateverHappens() {
        STAGE.graph.thenDo(
                new FakeGraph.Behaviour.Say(
                        400,
                        "{\"error\":{\"code\":131026,\"message\":\"+%s %s\"}}".formatted(Stage.PHONE, Stage.WAMID)),
                new FakeGraph.Behaviour.Say(500, Stage.PHONE),
                new FakeGraph.Behaviour.HangUp(),
                FakeGraph.error(401, 190));
        STAGE.graph.onMark(FakeGraph.error(400, 131009));
        for (int i = 0; i < 6; i++) {
            STAGE.put("m" + i + ".0");
            STAGE.tell("m" + i + ".0");
        }
        STAGE.put(STAGE.row("x.0", Stage.citizen(), Stage.PHONE + " is no JSON", Optional.empty()));
        STAGE.tell("x.0");

        String told = STAGE.lines() + " " + tellable();
        assertThat(told)
                .doesNotContain(Stage.PHONE)
                .doesNotContain(Stage.USER_ID)
                .doesNotContain(Stage.WAMID)
                .doesNotContain("wamid.")
                .doesNotContain(STAGE.aws.secret("WhatsAppTokenName"));
        assertThat(STAGE.status("m5.0")).isEqualTo("sent");
    }

    /** All rows but for the broken payload that the test wrote itself. */
    private static String tellable() {
        StringBuilder all = new StringBuilder();
        for (Map<String, AttributeValue> item : STAGE.rows()) {
            boolean ours = new Row(item).text("id").equals("x.0");
            item.forEach((name, value) -> {
                if (!ours || !name.equals("payload")) {
                    all.append(value.b() == null ? value.toString() : value.b().asString(StandardCharsets.ISO_8859_1));
                }
            });
        }
        return all.toString();
    }

    @Test
    void theSealIsOpenedOnceForTheAnswersToOneMessage() {
        Sealed address = STAGE.sealed(Stage.citizen());
        for (int i = 0; i < 3; i++) {
            Outgoing row = STAGE.row("m." + i);
            STAGE.put(new Outgoing(
                    row.id(),
                    row.about(),
                    address,
                    row.payload(),
                    row.template(),
                    row.windowUntil(),
                    row.delivery(),
                    row.attempts(),
                    row.createdAt(),
                    row.dueAt()));
        }
        STAGE.tell("m.0", "m.1", "m.2");
        assertThat(STAGE.aws.calls().of("Reply")).containsEntry("kms:Decrypt", 1L);
    }
}
