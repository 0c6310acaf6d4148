package in.suchna.localaws.template;

import java.util.List;

/**
 * An SNS topic of the template.
 *
 * @param arn what an alarm names it by
 * @param addresses who is told, such as mail addresses
 */
public record Topic(String arn, List<String> addresses) {
    public Topic {
        addresses = List.copyOf(addresses);
    }
}
