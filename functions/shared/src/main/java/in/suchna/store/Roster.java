package in.suchna.store;

import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The Roster table: who is on call for which unit. */
public final class Roster {
    private final DynamoDbClient dynamo;
    private final String table;

    public Roster(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Writes a shift, over one of the same unit, officer and beginning. */
    public void put(Shift shift) {
        dynamo.putItem(b -> b.tableName(table)
                .item(Row.draft()
                        .text("unit", shift.unit().name())
                        .text("shift", shift.key())
                        .text("officer", shift.officer().id())
                        .text("name", shift.officer().name())
                        .text("number", shift.officer().number())
                        .text("whatsapp", shift.officer().onWhatsApp() ? "yes" : "no")
                        .text("days", shift.daysText())
                        .text("from", shift.from().toString())
                        .text("to", shift.to().toString())
                        .item()));
    }

    /**
     * Makes these shifts the whole roster. The new ones are written before old ones go, so that there is no moment with
     * nobody on call. For the import command: it scans, which no function may.
     *
     * @return how many old shifts went
     */
    public int replaceBy(List<Shift> shifts) {
        shifts.forEach(this::put);
        Set<Map<String, AttributeValue>> wanted =
                shifts.stream().map(Roster::keyOf).collect(Collectors.toSet());
        List<Map<String, AttributeValue>> old =
                dynamo
                        .scanPaginator(ScanRequest.builder()
                                .tableName(table)
                                .consistentRead(true)
                                .build())
                        .items()
                        .stream()
                        .map(Row::new)
                        .map(row -> Row.draft()
                                .text("unit", row.text("unit"))
                                .text("shift", row.text("shift"))
                                .item())
                        .filter(key -> !wanted.contains(key))
                        .toList();
        old.forEach(key -> dynamo.deleteItem(b -> b.tableName(table).key(key)));
        return old.size();
    }

    private static Map<String, AttributeValue> keyOf(Shift shift) {
        return Row.draft()
                .text("unit", shift.unit().name())
                .text("shift", shift.key())
                .item();
    }

    /** All shifts of a unit. */
    public List<Shift> of(Unit unit) {
        return dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#unit = :unit")
                        .expressionAttributeNames(Map.of("#unit", "unit"))
                        .expressionAttributeValues(Map.of(":unit", AttributeValue.fromS(unit.name())))
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .map(Roster::shiftOf)
                .toList();
    }

    /** Who is on call for a unit at a moment of the district's time. */
    public List<Officer> onCall(Unit unit, LocalDateTime moment) {
        return of(unit).stream()
                .filter(shift -> shift.covers(moment))
                .map(Shift::officer)
                .distinct()
                .toList();
    }

    /** An officer of a unit, on call or not. */
    public Optional<Officer> officer(Unit unit, String officerId) {
        return of(unit).stream()
                .map(Shift::officer)
                .filter(officer -> officer.id().equals(officerId))
                .findFirst();
    }

    private static Shift shiftOf(Row row) {
        return new Shift(
                new Unit(row.text("unit")),
                new Officer(
                        row.text("officer"),
                        row.text("name"),
                        row.text("number"),
                        row.optional("whatsapp").filter("yes"::equals).isPresent()),
                Arrays.stream(row.text("days").split(","))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                LocalTime.parse(row.text("from")),
                LocalTime.parse(row.text("to")));
    }
}
