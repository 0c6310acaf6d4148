package in.suchna.store;

import in.suchna.duty.DutyChange;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The Roster table: who is on call for which unit. A unit's shifts of every week and its leaves and swaps lie together, so that
 * one read tells who is on call.
 */
public final class Roster {
    // no officer's id has capitals, so no shift's key begins so
    private static final String CHANGE = "CHANGE#";
    private static final String NEW = "attribute_not_exists(shift)";
    private static final Duration CHANGE_KEPT = Duration.ofDays(40);

    private final DynamoDbClient dynamo;
    private final String table;

    public Roster(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Writes a shift, over one of the same unit, officer and beginning. */
    public void put(Shift shift) {
        write(item(shift));
    }

    private static Map<String, AttributeValue> item(Shift shift) {
        return officer(key(shift), shift.officer())
                .text("days", shift.daysText())
                .text("from", shift.from().toString())
                .text("to", shift.to().toString())
                .item();
    }

    /** Writes a leave or a swap, over one of the same unit, beginning and officers; it goes by itself 40 days after its end. */
    public void put(DutyChange change) {
        write(item(change));
    }

    private static Map<String, AttributeValue> item(DutyChange change) {
        Row.Draft row = key(change)
                .text("from", change.from().toString())
                .text("to", change.to().toString())
                .text("away", change.away())
                .number(Retention.ATTRIBUTE, change.to().plus(CHANGE_KEPT).toEpochSecond(ZoneOffset.UTC));
        change.instead().ifPresent(officer -> officer(row, officer));
        return row.item();
    }

    /** Takes a shift away; one that is not there is no error. */
    public void remove(Shift shift) {
        remove(key(shift).item());
    }

    /** Takes a leave or a swap away; one that is not there is no error. */
    public void remove(DutyChange change) {
        remove(key(change).item());
    }

    /**
     * Writes a shift that is not there.
     *
     * @return false if one of the same unit, officer, days and beginning is there; then nothing is changed
     */
    public boolean add(Shift shift) {
        return Row.putIf(dynamo, table, item(shift), NEW);
    }

    /** Writes a leave or a swap that is not there; false if one of the same unit, beginning and officers is there. */
    public boolean add(DutyChange change) {
        return Row.putIf(dynamo, table, item(change), NEW);
    }

    /**
     * Writes leaves or swaps that are not there, all or none.
     *
     * @param changes at most 100, no two of the same unit
     * @return false if one is there already
     */
    public boolean addAll(List<DutyChange> changes) {
        List<TransactWriteItem> writes = changes.stream()
                .map(change -> TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(item(change)).conditionExpression(NEW))
                        .build())
                .toList();
        try {
            dynamo.transactWriteItems(b -> b.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(why -> "ConditionalCheckFailed".equals(why.code()))) {
                return false;
            }
            throw e;
        }
    }

    /** Takes a shift away as it was read; false if it is there no more, or ends at another time. */
    public boolean take(Shift shift) {
        return take(key(shift).item(), shift.to().toString());
    }

    /** Takes a leave or a swap away as it was read; false if it is there no more, or ends at another time. */
    public boolean take(DutyChange change) {
        return take(key(change).item(), change.to().toString());
    }

    private boolean take(Map<String, AttributeValue> key, String end) {
        try {
            dynamo.deleteItem(b -> b.tableName(table)
                    .key(key)
                    .conditionExpression("#to = :to")
                    .expressionAttributeNames(Map.of("#to", "to"))
                    .expressionAttributeValues(Row.draft().text(":to", end).item()));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private void write(Map<String, AttributeValue> item) {
        dynamo.putItem(b -> b.tableName(table).item(item));
    }

    private void remove(Map<String, AttributeValue> key) {
        dynamo.deleteItem(b -> b.tableName(table).key(key));
    }

    private static Row.Draft key(Shift shift) {
        return Row.draft().text("unit", shift.unit().name()).text("shift", shift.key());
    }

    private static Row.Draft key(DutyChange change) {
        return Row.draft().text("unit", change.unit().name()).text("shift", CHANGE + change.key());
    }

    private static Row.Draft officer(Row.Draft row, Officer officer) {
        return row.text("officer", officer.id())
                .text("name", officer.name())
                .text("number", officer.number())
                .text("whatsapp", officer.onWhatsApp() ? "yes" : "no");
    }

    /**
     * Makes these shifts the whole week. The new ones are written before old ones go, so that there is no moment with nobody
     * on call. Leaves and swaps stay, with the numbers their officers have now. For the import command: it scans, which no
     * function may.
     *
     * @return how many old shifts went
     */
    public int replaceBy(List<Shift> shifts) {
        shifts.forEach(this::put);
        Map<String, Officer> byId = shifts.stream()
                .map(Shift::officer)
                .collect(Collectors.toMap(Officer::id, Function.identity(), (a, _) -> a));
        changes()
                .filter(change -> change.instead().isPresent())
                .forEach(change -> put(new DutyChange(
                        change.unit(),
                        change.from(),
                        change.to(),
                        change.away(),
                        change.instead().map(old -> byId.getOrDefault(old.id(), old)))));
        return keepOnly(
                shifts.stream().map(shift -> key(shift).item()).collect(Collectors.toSet()), row -> !isChange(row));
    }

    /**
     * Makes these all leaves and swaps there are; the shifts stay. For the import command: it scans, which no function may.
     *
     * @return how many old ones went
     */
    public int replaceChangesBy(List<DutyChange> changes) {
        changes.forEach(this::put);
        return keepOnly(
                changes.stream().map(change -> key(change).item()).collect(Collectors.toSet()), Roster::isChange);
    }

    private int keepOnly(Set<Map<String, AttributeValue>> wanted, Predicate<Row> among) {
        List<Map<String, AttributeValue>> old = all().filter(among)
                .map(row -> Row.draft()
                        .text("unit", row.text("unit"))
                        .text("shift", row.text("shift"))
                        .item())
                .filter(key -> !wanted.contains(key))
                .toList();
        old.forEach(this::remove);
        return old.size();
    }

    private Stream<Row> all() {
        return dynamo
                .scanPaginator(ScanRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .build())
                .items()
                .stream()
                .map(Row::new);
    }

    private Stream<DutyChange> changes() {
        return all().filter(Roster::isChange).map(Roster::changeOf);
    }

    /** A unit's shifts, leaves and swaps, by one read. */
    public DutyPlan planOf(Unit unit) {
        List<Row> rows = dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#unit = :unit")
                        .expressionAttributeNames(Map.of("#unit", "unit"))
                        .expressionAttributeValues(Map.of(":unit", AttributeValue.fromS(unit.name())))
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .toList();
        return plan(unit, rows);
    }

    /**
     * Every unit's plan, by one read: the roster is some dozens of rows however many tips come, and a query a unit took
     * thirty-three calls.
     */
    public Map<Unit, DutyPlan> plans() {
        Map<Unit, DutyPlan> plans = new HashMap<>();
        all().collect(Collectors.groupingBy(row -> new Unit(row.text("unit"))))
                .forEach((unit, rows) -> plans.put(unit, plan(unit, rows)));
        return plans;
    }

    private static DutyPlan plan(Unit unit, List<Row> rows) {
        return new DutyPlan(
                unit,
                rows.stream().filter(row -> !isChange(row)).map(Roster::shiftOf).toList(),
                rows.stream().filter(Roster::isChange).map(Roster::changeOf).toList());
    }

    /** All shifts of a unit. */
    public List<Shift> of(Unit unit) {
        return planOf(unit).shifts();
    }

    /** Who is on call for a unit at a moment of the district's time. */
    public List<Officer> onCall(Unit unit, LocalDateTime moment) {
        return planOf(unit).onCall(moment);
    }

    /** An officer of a unit, on call or not. */
    public Optional<Officer> officer(Unit unit, String officerId) {
        return planOf(unit).officer(officerId);
    }

    private static boolean isChange(Row row) {
        return row.text("shift").startsWith(CHANGE);
    }

    private static DutyChange changeOf(Row row) {
        return new DutyChange(
                new Unit(row.text("unit")),
                LocalDateTime.parse(row.text("from")),
                LocalDateTime.parse(row.text("to")),
                row.optional("away"),
                row.optional("officer").map(_ -> officerOf(row)));
    }

    private static Officer officerOf(Row row) {
        return new Officer(
                row.text("officer"),
                row.text("name"),
                row.text("number"),
                row.optional("whatsapp").filter("yes"::equals).isPresent());
    }

    private static Shift shiftOf(Row row) {
        return new Shift(
                new Unit(row.text("unit")),
                officerOf(row),
                Arrays.stream(row.text("days").split(","))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                LocalTime.parse(row.text("from")),
                LocalTime.parse(row.text("to")));
    }
}
