package in.suchna.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;

class SecretsTest {
    private static final String NAME = "/suchna/word";

    private Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private final Clock clock = new Moving();
    private final Store store = new Store();
    private final Secrets secrets = new Secrets(store, clock, List.of(NAME));

    private final class Moving extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Store implements SsmClient {
        private String value = "first";
        private boolean down;
        private int reads;

        @Override
        public GetParametersResponse getParameters(GetParametersRequest request) {
            reads++;
            if (down) {
                throw SdkClientException.create("Parameter Store is down");
            }
            return GetParametersResponse.builder()
                    .parameters(Parameter.builder().name(NAME).value(value).build())
                    .build();
        }

        @Override
        public String serviceName() {
            return "ssm";
        }

        @Override
        public void close() {}
    }

    @Test
    void aSecretIsReadOnceAndAgainAfterFiveMinutes() {
        assertThat(secrets.text(NAME)).isEqualTo("first");
        store.value = "rotated";
        assertThat(secrets.text(NAME)).isEqualTo("first");
        now = now.plus(Secrets.KEPT).plusSeconds(1);
        assertThat(secrets.text(NAME)).isEqualTo("rotated");
        assertThat(store.reads).isEqualTo(2);
    }

    @Test
    void anOutageCostsNoMessageWhileAnOldValueIsKnown() {
        secrets.text(NAME);
        store.down = true;
        now = now.plus(Secrets.KEPT).plusSeconds(1);
        assertThat(secrets.text(NAME)).isEqualTo("first");
        store.down = false;
        store.value = "rotated";
        now = now.plus(Duration.ofSeconds(31));
        assertThat(secrets.text(NAME)).isEqualTo("rotated");
    }

    @Test
    void withNothingKnownAnOutageIsTold() {
        store.down = true;
        assertThatThrownBy(() -> secrets.text(NAME)).isInstanceOf(SdkClientException.class);
    }

    @Test
    void aMissingSecretIsNamed() {
        assertThatThrownBy(() -> secrets.text("/suchna/other"))
                .isInstanceOf(SecretMissing.class)
                .hasMessageContaining("/suchna/other");
    }

    @Test
    void whatWasForgottenIsReadAnew() {
        secrets.text(NAME);
        secrets.forget();
        store.value = "after the snapshot";
        assertThat(secrets.text(NAME)).isEqualTo("after the snapshot");
    }
}
