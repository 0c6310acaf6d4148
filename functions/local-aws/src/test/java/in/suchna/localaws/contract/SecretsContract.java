package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.suchna.surroundings.SecretMissing;
import in.suchna.surroundings.Secrets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

abstract class SecretsContract extends Contract {
    private final String name = "/suchna/" + ownName();
    private final String unknown = "/suchna/" + ownName();

    SecretsContract(Cloud cloud) {
        super(cloud);
    }

    private GetParametersResponse read(boolean decrypted, String... names) {
        return cloud.ssm().getParameters(g -> g.names(names).withDecryption(decrypted));
    }

    @Test
    void aSecureStringIsReadWithDecryptionAndNotWithout() {
        cloud.keepSecret(name, "गुप्त word");

        assertThat(read(true, name).parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.name()).isEqualTo(name);
            assertThat(parameter.type()).isEqualTo(ParameterType.SECURE_STRING);
            assertThat(parameter.value()).isEqualTo("गुप्त word");
        });
        assertThat(read(false, name).parameters())
                .singleElement()
                .extracting(Parameter::value)
                .isNotEqualTo("गुप्त word");
    }

    @Test
    void aNameThatIsNotThereIsAbsentAndNamedAndTheOthersCome() {
        cloud.keepSecret(name, "word");
        GetParametersResponse answer = read(true, unknown, name);

        assertThat(answer.parameters()).map(Parameter::name).containsExactly(name);
        assertThat(answer.invalidParameters()).containsExactly(unknown);
    }

    @Test
    void moreThanTenNamesAtOnceAreRefused() {
        String[] names = IntStream.range(0, 11).mapToObj(i -> name + i).toArray(String[]::new);

        assertThatExceptionOfType(SsmException.class)
                .isThrownBy(() -> read(true, names))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    @Test
    void secretsAreReadThroughAndARotatedOneIsTakenUp() {
        Secrets secrets = new Secrets(cloud.ssm(), Clock.fixed(now, ZoneOffset.UTC), List.of(name, unknown));
        cloud.keepSecret(name, "first");
        assertThat(secrets.text(name)).isEqualTo("first");
        cloud.keepSecret(name, "second");

        assertThat(secrets.text(name)).isEqualTo("first");
        secrets.forget();
        assertThat(secrets.text(name)).isEqualTo("second");
        assertThatExceptionOfType(SecretMissing.class)
                .isThrownBy(() -> secrets.text(unknown))
                .withMessageContaining(unknown);
    }
}
