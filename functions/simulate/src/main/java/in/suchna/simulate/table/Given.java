package in.suchna.simulate.table;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a request gives for the placeholders of its expressions. As in DynamoDB, each must be there, and each be used. */
final class Given {
    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private final Set<String> unused = new HashSet<>();

    Given(Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = values;
        unused.addAll(names.keySet());
        unused.addAll(values.keySet());
    }

    /** Notes that an expression of the request has these placeholders. */
    void uses(Set<String> placeholders) {
        for (String placeholder : placeholders) {
            if (!names.containsKey(placeholder) && !values.containsKey(placeholder)) {
                throw Refused.invalid("An expression attribute used in expression is not defined: " + placeholder);
            }
            unused.remove(placeholder);
        }
    }

    /** @throws software.amazon.awssdk.awscore.exception.AwsServiceException if one was given for nothing */
    void mustBeUsed() {
        if (!unused.isEmpty()) {
            throw Refused.invalid("Value provided in ExpressionAttributes unused in expressions");
        }
    }

    String name(String word) {
        return word.startsWith("#") ? names.getOrDefault(word, word) : word;
    }

    AttributeValue value(String placeholder) {
        AttributeValue value = values.get(placeholder);
        if (value == null) {
            throw Refused.invalid("An expression attribute value is not defined: " + placeholder);
        }
        return value;
    }
}
