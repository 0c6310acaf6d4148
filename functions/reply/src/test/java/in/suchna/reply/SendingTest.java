package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.seal.Address;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final Stage STAGE = new Stage();

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
}
