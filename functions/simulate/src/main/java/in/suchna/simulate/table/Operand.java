package in.suchna.simulate.table;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Something an expression reckons with. */
sealed interface Operand {

    /** Its value; empty where the row has none. */
    Optional<AttributeValue> of(Map<String, AttributeValue> item, Given given);

    /** An attribute. */
    record Path(String word) implements Operand {
        @Override
        public Optional<AttributeValue> of(Map<String, AttributeValue> item, Given given) {
            return Optional.ofNullable(item.get(given.name(word)));
        }
    }

    /** A value the request gives. */
    record Value(String placeholder) implements Operand {
        @Override
        public Optional<AttributeValue> of(Map<String, AttributeValue> item, Given given) {
            return Optional.of(given.value(placeholder));
        }
    }

    /** What a sum begins with where there is nothing yet. */
    record Nought() implements Operand {
        @Override
        public Optional<AttributeValue> of(Map<String, AttributeValue> item, Given given) {
            return Optional.of(AttributeValue.fromN("0"));
        }
    }

    /** An attribute, or something else where there is none. */
    record IfNotExists(Operand path, Operand otherwise) implements Operand {
        @Override
        public Optional<AttributeValue> of(Map<String, AttributeValue> item, Given given) {
            return path.of(item, given).or(() -> otherwise.of(item, given));
        }
    }

    /** A sum or difference. */
    record Sum(Operand left, boolean minus, Operand right) implements Operand {
        @Override
        public Optional<AttributeValue> of(Map<String, AttributeValue> item, Given given) {
            Optional<BigDecimal> one = left.of(item, given).map(Sum::number);
            Optional<BigDecimal> other = right.of(item, given).map(Sum::number);
            return one.flatMap(a -> other.map(b -> Values.number(minus ? a.subtract(b) : a.add(b))));
        }

        private static BigDecimal number(AttributeValue value) {
            if (value.type() != AttributeValue.Type.N) {
                throw Refused.invalid("An operand in the update expression has an incorrect data type");
            }
            return new BigDecimal(value.n());
        }
    }
}
