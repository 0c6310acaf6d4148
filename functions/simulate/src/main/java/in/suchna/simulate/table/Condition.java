package in.suchna.simulate.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must be true of a row. */
sealed interface Condition {

    boolean holds(Map<String, AttributeValue> item, Given given);

    /** All of them. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Given given) {
            return parts.stream().allMatch(part -> part.holds(item, given));
        }
    }

    /** One of them. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Given given) {
            return parts.stream().anyMatch(part -> part.holds(item, given));
        }
    }

    /** Not so. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Given given) {
            return !part.holds(item, given);
        }
    }

    /** Whether there is such an attribute. */
    record Exists(Operand path) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Given given) {
            return path.of(item, given).isPresent();
        }
    }

    /** A text that begins with another. */
    record Begins(Operand path, Operand prefix) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Given given) {
            Optional<String> text = path.of(item, given).map(AttributeValue::s);
            String with = prefix.of(item, given).map(AttributeValue::s).orElse("");
            return text.filter(t -> t.startsWith(with)).isPresent();
        }
    }

    /** One of some values. */
    record In(Operand left, List<Operand> among) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Given given) {
            return left.of(item, given)
                    .filter(value -> among.stream()
                            .anyMatch(other -> other.of(item, given)
                                    .filter(o -> Values.same(value, o))
                                    .isPresent()))
                    .isPresent();
        }
    }

    /** A comparison. */
    record Compare(Operand left, String how, Operand right) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Given given) {
            Optional<AttributeValue> one = left.of(item, given);
            Optional<AttributeValue> other = right.of(item, given);
            if (one.isEmpty() || other.isEmpty()) {
                return how.equals("<>");
            }
            if (how.equals("=") || how.equals("<>")) {
                return Values.same(one.get(), other.get()) == how.equals("=");
            }
            OptionalInt order = Values.order(one.get(), other.get());
            return order.isPresent()
                    && switch (how) {
                        case "<" -> order.getAsInt() < 0;
                        case "<=" -> order.getAsInt() <= 0;
                        case ">" -> order.getAsInt() > 0;
                        case ">=" -> order.getAsInt() >= 0;
                        default -> throw new IllegalArgumentException("Not known here: " + how);
                    };
        }
    }
}
