package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the seal's key is changed nobody who waits for an answer is lost. */
class ChangedKeyTest {

    @Test
    void whoWasSealedToTheFormerKeyIsAnsweredBesideWhoIsSealedToTheNewOne() {
        try (Stage stage = new Stage("second")) {
            stage.put(stage.row("old.0", stage.sealedToTheFirstKey(Stage.citizen()), Stage.TEXT, Optional.empty()));
            stage.put("new.0");
            stage.tell("old.0");
            stage.tell("new.0");

            assertThat(stage.status("old.0")).isEqualTo("sent");
            assertThat(stage.status("new.0")).isEqualTo("sent");
            assertThat(stage.graph.messages())
                    .extracting(sent -> sent.path("to").asText())
                    .containsExactly("+" + Stage.PHONE, "+" + Stage.PHONE);
        }
    }

    @Test
    void betweenTheTwoStepsOfTheChangeTheFirstKeyStillSeals() {
        try (Stage stage = new Stage("both")) {
            stage.put(stage.row("a.0", stage.sealedToTheFirstKey(Stage.citizen()), Stage.TEXT, Optional.empty()));
            stage.put("b.0");
            stage.tell("a.0");
            stage.tell("b.0");
            assertThat(stage.graph.messages()).hasSize(2);
            assertThat(stage.aws.settingsOf("Webhook").text("SEAL_KEY"))
                    .isEqualTo(stage.aws.template().keys().get("SealKey"));
        }
    }
}
