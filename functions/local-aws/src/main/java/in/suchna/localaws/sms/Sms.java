package in.suchna.localaws.sms;

import java.time.Instant;
import java.util.Map;

/**
 * An SMS that SNS took.
 *
 * @param phone to which number
 * @param text what it says
 * @param attributes the message attributes, such as {@code AWS.SNS.SMS.SMSType}
 * @param at when it was taken
 * @param messageId the id SNS answered with
 */
public record Sms(String phone, String text, Map<String, String> attributes, Instant at, String messageId) {
    public Sms {
        attributes = Map.copyOf(attributes);
    }
}
