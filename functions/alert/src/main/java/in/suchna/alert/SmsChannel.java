package in.suchna.alert;

import in.suchna.surroundings.Pause;
import in.suchna.surroundings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Hands SMS to SNS with the attributes India asks for, and knows which errors pass. */
final class SmsChannel {

    /** Tries of one SMS at once; after them the sweep tries again. */
    static final int TRIES_AT_ONCE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** What SNS says of a number or text that it will never take. Anything else may pass: better late than never. */
    private static final Set<String> FOR_GOOD = Set.of(
            "InvalidParameter",
            "InvalidParameterException",
            "InvalidParameterValue",
            "ParameterValueInvalid",
            "ValidationException",
            "OptedOut",
            "OptedOutException",
            "UserError",
            "EndpointDisabled",
            "NotFound");

    private final SnsClient sns;
    private final Map<String, MessageAttributeValue> attributes;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pause pause;

    /** @param dltTemplateId under which id the text of its SMS is registered */
    SmsChannel(
            SnsClient sns, Settings settings, String dltTemplateId, Clock clock, RandomGenerator random, Pause pause) {
        this.sns = sns;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
        this.attributes = Map.of(
                        "AWS.SNS.SMS.SenderID",
                        settings.text("SMS_SENDER_ID"),
                        "AWS.SNS.SMS.SMSType",
                        "Transactional",
                        "AWS.MM.SMS.EntityId",
                        settings.text("DLT_ENTITY_ID"),
                        "AWS.MM.SMS.TemplateId",
                        dltTemplateId)
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> string(entry.getValue())));
    }

    private static MessageAttributeValue string(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    /** Hands an SMS over, with a few tries until the deadline. */
    Handover send(String number, String text, Instant deadline) {
        Handover handover = once(number, text);
        for (int tries = 1; tries < TRIES_AT_ONCE && handover instanceof Handover.NotNow; tries++) {
            // half of it is chance, so that functions throttled together do not come back together
            Duration length = FIRST_PAUSE.multipliedBy(1L << tries).plusMillis(random.nextLong(FIRST_PAUSE.toMillis()));
            if (clock.instant().plus(length).isAfter(deadline) || !paused(length)) {
                return handover;
            }
            handover = once(number, text);
        }
        return handover;
    }

    private boolean paused(Duration length) {
        try {
            pause.last(length);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Handover once(String number, String text) {
        try {
            return new Handover.Taken(sns.publish(PublishRequest.builder()
                            .phoneNumber(number)
                            .message(text)
                            .messageAttributes(attributes)
                            .build())
                    .messageId());
        } catch (AwsServiceException e) {
            String code = Optional.ofNullable(e.awsErrorDetails())
                    .map(AwsErrorDetails::errorCode)
                    .orElse(e.getClass().getSimpleName());
            boolean forGood = e.statusCode() < 500 && FOR_GOOD.contains(code);
            return forGood ? new Handover.Refused(code) : new Handover.NotNow(code);
        } catch (SdkException e) {
            // SNS may have taken it all the same: an SMS twice is better than none
            return new Handover.NotNow(e.getClass().getSimpleName());
        }
    }
}
