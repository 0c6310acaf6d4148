package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.suchna.localaws.sms.Sms;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishResponse;

abstract class SmsContract extends Contract {
    private static final String TEXT = "SUCHNA CRITICAL tip 7K3QM9T, thana Kurud. Police Control Room";
    private static final Map<String, String> DLT = Map.of(
            "AWS.SNS.SMS.SenderID", "SUCHNA",
            "AWS.SNS.SMS.SMSType", "Transactional",
            "AWS.MM.SMS.EntityId", "1000000000000000001",
            "AWS.MM.SMS.TemplateId", "1000000000000000002");

    private final String phone = "+91" + ThreadLocalRandom.current().nextLong(5_555_000_000L, 5_556_000_000L);

    SmsContract(Cloud cloud) {
        super(cloud);
    }

    private PublishResponse publish(String text) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        DLT.forEach((name, value) -> attributes.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(value)
                        .build()));
        return cloud.sns().publish(sms -> sms.phoneNumber(phone).message(text).messageAttributes(attributes));
    }

    @Test
    void anSmsArrivesWithItsTextAndAttributesUnderTheIdThatWasAnswered() {
        String id = publish(TEXT).messageId();

        assertThat(cloud.smsTo(phone)).singleElement().satisfies(sms -> {
            assertThat(sms.phone()).isEqualTo(phone);
            assertThat(sms.text()).isEqualTo(TEXT);
            assertThat(sms.attributes()).isEqualTo(DLT);
            assertThat(sms.messageId()).isEqualTo(id).isNotBlank();
        });
    }

    @Test
    void eachSmsIsOneOfItsOwnHoweverAlikeAndTheyComeInOrder() {
        String first = publish(TEXT).messageId();
        String second = publish(TEXT).messageId();

        assertThat(first).isNotEqualTo(second);
        assertThat(cloud.smsTo(phone)).map(Sms::messageId).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "+91 55550 00101", "+9155550001x1", ""})
    void aNumberThatIsNoneIsRefused(String number) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(
                        () -> cloud.sns().publish(sms -> sms.phoneNumber(number).message(TEXT)))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidParameter"));
    }

    @Test
    void anEmptySmsIsRefused() {
        assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> publish(""));
        assertThat(cloud.smsTo(phone)).isEmpty();
    }
}
