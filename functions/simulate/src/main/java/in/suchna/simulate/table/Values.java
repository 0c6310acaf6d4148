package in.suchna.simulate.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How DynamoDB compares values, and how it writes numbers. */
final class Values {
    private Values() {}

    /** Which of two is greater; empty where they are of different types, or of one that has no order. */
    static OptionalInt order(AttributeValue one, AttributeValue other) {
        if (one.type() != other.type()) {
            return OptionalInt.empty();
        }
        return switch (one.type()) {
            case S -> OptionalInt.of(one.s().compareTo(other.s()));
            case N -> OptionalInt.of(new BigDecimal(one.n()).compareTo(new BigDecimal(other.n())));
            default -> OptionalInt.empty();
        };
    }

    static boolean same(AttributeValue one, AttributeValue other) {
        OptionalInt order = order(one, other);
        return order.isPresent() ? order.getAsInt() == 0 : one.equals(other);
    }

    /** A row with its numbers as DynamoDB gives them back. */
    static Map<String, AttributeValue> written(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> written = new HashMap<>(item);
        written.replaceAll((_, value) -> written(value));
        return Map.copyOf(written);
    }

    private static AttributeValue written(AttributeValue value) {
        return value.type() == AttributeValue.Type.N ? number(new BigDecimal(value.n())) : value;
    }

    static AttributeValue number(BigDecimal number) {
        String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return AttributeValue.fromN(text);
    }
}
