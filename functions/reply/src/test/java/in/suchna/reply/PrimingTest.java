package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.journal.Journal;
import in.suchna.lookout.Lookout;
import in.suchna.surroundings.Secrets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

class PrimingTest {

    @Test
    void aSnapshotHoldsNoSecretAndThePrimingItselfNeedsNone() {
        try (Stage stage = new Stage()) {
            String name = stage.aws.settingsOf("Reply").text("WHATSAPP_TOKEN");
            Secrets secrets = new Secrets(stage.aws.clientOf("Reply", SsmClient.class), stage.clock, List.of(name));
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            Priming priming = new Priming(stage.outbox, secrets, new Journal(Lookout.log(log), stage.clock, "reply"));

            priming.beforeCheckpoint(Core.getGlobalContext());
            assertThat(stage.aws.calls().of("Reply")).isEmpty();

            secrets.text(name);
            priming.beforeCheckpoint(Core.getGlobalContext());
            priming.afterRestore(Core.getGlobalContext());
            stage.aws.ssm().put(name, "rotated while asleep");
            assertThat(secrets.text(name)).isEqualTo("rotated while asleep");
            assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }
}
