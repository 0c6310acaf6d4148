package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

abstract class StreamContract extends Contract {
    private final TableStream messages;
    private final TableStream tips;
    private final Map<String, AttributeValue> message = key("id", ownName());
    private final Map<String, AttributeValue> tip = key("reference", ownName());

    StreamContract(Cloud cloud) {
        super(cloud);
        this.messages = new TableStream(cloud, "Messages");
        this.tips = new TableStream(cloud, "Tips");
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> key, String content) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put("content", AttributeValue.fromS(content));
        return item;
    }

    private void put(String table, Map<String, AttributeValue> item) {
        cloud.dynamo().putItem(p -> p.tableName(cloud.table(table)).item(item));
    }

    private TransactWriteItem written(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(cloud.table(table)).item(item))
                .build();
    }

    private void delete(String table, Map<String, AttributeValue> key) {
        cloud.dynamo().deleteItem(d -> d.tableName(cloud.table(table)).key(key));
    }

    @Test
    void changesOfOneItemComeInTheirOrderEachWithBothImages() {
        put("Tips", with(tip, "first"));
        put("Tips", with(tip, "second"));
        delete("Tips", tip);
        List<Record> records = tips.of(tip);

        assertThat(records)
                .map(Record::eventName)
                .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
        assertThat(records).map(record -> record.dynamodb().keys()).containsOnly(tip);
        assertThat(records.get(0).dynamodb().hasOldImage()).isFalse();
        assertThat(records.get(0).dynamodb().newImage()).isEqualTo(with(tip, "first"));
        assertThat(records.get(1).dynamodb().oldImage()).isEqualTo(with(tip, "first"));
        assertThat(records.get(1).dynamodb().newImage()).isEqualTo(with(tip, "second"));
        assertThat(records.get(2).dynamodb().oldImage()).isEqualTo(with(tip, "second"));
        assertThat(records.get(2).dynamodb().hasNewImage()).isFalse();
    }

    @Test
    void aTableOfNewImagesTellsNoOldOnes() {
        put("Messages", with(message, "first"));
        put("Messages", with(message, "second"));
        delete("Messages", message);

        assertThat(messages.of(message))
                .hasSize(3)
                .noneMatch(record -> record.dynamodb().hasOldImage());
        assertThat(messages.of(message).get(1).dynamodb().newImage()).isEqualTo(with(message, "second"));
    }

    @Test
    void sequenceNumbersRiseAndTimesAreThere() {
        for (String content : List.of("a", "b", "c", "d")) {
            put("Tips", with(tip, content));
        }
        List<StreamRecord> changes = tips.of(tip).stream().map(Record::dynamodb).toList();

        assertThat(changes)
                .map(change -> new BigInteger(change.sequenceNumber()))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(change.approximateCreationDateTime()).isNotNull());
    }

    @Test
    void everyKindOfValueIsToldAsItWasWritten() {
        Map<String, AttributeValue> item = new HashMap<>(message);
        item.put("text", AttributeValue.fromS(Invented.WORDS));
        item.put("empty", AttributeValue.fromS(""));
        item.put("number", AttributeValue.fromN("1795502096123"));
        item.put("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 127, -128})));
        item.put("list", AttributeValue.fromL(List.of(AttributeValue.fromS("एक"), AttributeValue.fromS(""))));
        item.put("map", AttributeValue.fromM(Map.of("yes", AttributeValue.fromBool(true))));
        put("Messages", item);

        assertThat(messages.of(message).getFirst().dynamodb().newImage()).isEqualTo(item);
    }

    @Test
    void anIdenticalOverwriteAndARefusedWriteTellNothing() {
        put("Messages", with(message, "first"));
        put("Messages", with(message, "first"));
        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() -> cloud.dynamo()
                        .putItem(p -> p.tableName(cloud.table("Messages"))
                                .item(with(message, "second"))
                                .conditionExpression("attribute_not_exists(id)")));

        assertThat(messages.of(message))
                .singleElement()
                .extracting(Record::eventName)
                .isEqualTo(OperationType.INSERT);
    }

    @Test
    void aTransactionTellsOfEachOfItsRows() {
        transact(written("Messages", with(message, "one")), written("Tips", with(tip, "one")));

        assertThat(messages.of(message)).hasSize(1);
        assertThat(tips.of(tip)).hasSize(1);
    }

    @Test
    void whoHasReadSoFarGoesOnAfterThatSequenceNumber() {
        put("Tips", with(tip, "first"));
        put("Tips", with(tip, "second"));
        Record first = tips.of(tip).getFirst();
        put("Tips", with(tip, "third"));

        assertThat(tips.after(first.dynamodb().sequenceNumber()))
                .filteredOn(record -> record.dynamodb().keys().equals(tip))
                .map(record -> record.dynamodb().newImage())
                .containsExactly(with(tip, "second"), with(tip, "third"));
    }

    @Test
    void aLargeRowIsToldWhole() {
        put("Messages", with(message, Invented.longText(300_000)));

        assertThat(messages.of(message).getFirst().dynamodb().newImage())
                .isEqualTo(with(message, Invented.longText(300_000)));
    }
}
