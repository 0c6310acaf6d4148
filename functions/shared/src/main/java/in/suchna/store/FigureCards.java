package in.suchna.store;

import in.suchna.figures.Counted;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The cards of the Figures table: as what each tip and climb was last counted. */
final class FigureCards {
    private static final String VERSION = "version";
    private static final String DAY = "day";
    private static final String AT = "at";
    private static final String MARKS = "marks";
    private static final String CARD = "card";
    private static final int MOST_TRIES = 5;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retention retention;

    FigureCards(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /** The cards of these, by their keys; one that could not be read is absent, and the condition of its write then fails. */
    Map<String, Counted> of(List<Counted> some) {
        Map<String, Counted> found = new HashMap<>();
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(some.stream().map(one -> keyOf(one.key())).toList())
                .consistentRead(true)
                .build();
        for (int attempt = 1; attempt <= MOST_TRIES && wanted != null; attempt++) {
            Map<String, KeysAndAttributes> asked = Map.of(table, wanted);
            BatchGetItemResponse answer = dynamo.batchGetItem(b -> b.requestItems(asked));
            answer.responses().getOrDefault(table, List.of()).stream()
                    .map(Row::new)
                    .map(FigureCards::cardOf)
                    .forEach(card -> found.put(card.key(), card));
            wanted = answer.unprocessedKeys().get(table);
        }
        return found;
    }

    private static Counted cardOf(Row row) {
        return new Counted(
                row.text(Figures.SHEET),
                row.number(VERSION),
                LocalDate.parse(row.text(DAY)),
                row.time(AT),
                new HashSet<>(row.texts(MARKS)));
    }

    /** Writes a card over the one that was read. */
    TransactWriteItem put(Counted now, Optional<Counted> old) {
        Put.Builder put = Put.builder()
                .tableName(table)
                .item(Row.draft()
                        .text(Figures.SHEET, now.key())
                        .text(Figures.LINE, CARD)
                        .number(VERSION, now.version())
                        .text(DAY, now.day().toString())
                        .time(AT, now.at())
                        .texts(MARKS, now.marks().stream().sorted().toList())
                        .number(Retention.ATTRIBUTE, retention.expiryOf(now.at()))
                        .item());
        if (old.isEmpty()) {
            put.conditionExpression("attribute_not_exists(sheet)");
        } else {
            put.conditionExpression("version = :read")
                    .expressionAttributeValues(
                            Row.draft().number(":read", old.get().version()).item());
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    static Map<String, AttributeValue> keyOf(String name) {
        return Figures.key(name, CARD);
    }

    /** All cards; it scans. */
    List<Counted> all() {
        return dynamo
                .scanPaginator(b -> b.tableName(table)
                        .consistentRead(true)
                        .filterExpression("#line = :card")
                        .expressionAttributeNames(Map.of("#line", Figures.LINE))
                        .expressionAttributeValues(Map.of(":card", AttributeValue.fromS(CARD))))
                .items()
                .stream()
                .map(Row::new)
                .map(FigureCards::cardOf)
                .toList();
    }
}
