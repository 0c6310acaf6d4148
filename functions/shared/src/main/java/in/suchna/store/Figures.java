package in.suchna.store;

import in.suchna.figures.Counted;
import in.suchna.figures.DayFigures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The Figures table: a row a day with what is counted of it, and a card a tip and a climb with what they were last counted
 * as. A card and the days it changes are written in one transaction on the card that was read, so nothing counts twice.
 *
 * <p>A day's row has the month as its sheet and the day as its line. What reading costs grows with the days, never with the
 * tips. Days stay for good: they name nobody. Cards end with their tips.
 */
public final class Figures {
    /** The most cards of one transaction: each may take itself from one day and put itself to another, and 100 rows is the most. */
    static final int MOST_CARDS = 33;

    static final String SHEET = "sheet";
    static final String LINE = "line";
    private static final int MOST_TRIES = 5;

    private final DynamoDbClient dynamo;
    private final String table;
    private final FigureCards cards;

    public Figures(DynamoDbClient dynamo, String table, Retention retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.cards = new FigureCards(dynamo, table, retention);
    }

    /**
     * Counts these, each as its newest version says. One that was told before, or whose newer version was, changes nothing.
     *
     * @return how many cards were written
     * @throws TransactionCanceledException if another writer was quicker each time
     */
    public int count(Collection<Counted> told) {
        Map<String, Counted> newest = new LinkedHashMap<>();
        told.forEach(one -> newest.merge(one.key(), one, (a, b) -> a.version() < b.version() ? b : a));
        List<Counted> all = List.copyOf(newest.values());
        int written = 0;
        for (int from = 0; from < all.size(); from += MOST_CARDS) {
            written += countSome(all.subList(from, Math.min(all.size(), from + MOST_CARDS)), 1);
        }
        return written;
    }

    private int countSome(List<Counted> some, int attempt) {
        Map<String, Counted> before = cards.of(some);
        List<TransactWriteItem> writes = new ArrayList<>();
        Map<LocalDate, Map<String, Long>> changes = new TreeMap<>();
        for (Counted now : some) {
            Optional<Counted> old = Optional.ofNullable(before.get(now.key()));
            if (old.filter(card -> card.version() >= now.version()).isEmpty()) {
                old.ifPresent(card -> add(card, -1, changes));
                add(now, 1, changes);
                writes.add(cards.put(now, old));
            }
        }
        int written = writes.size();
        if (written == 0) {
            return 0;
        }
        changes.forEach((day, marks) -> change(day, marks).ifPresent(writes::add));
        try {
            dynamo.transactWriteItems(b -> b.transactItems(writes));
            return written;
        } catch (TransactionCanceledException e) {
            if (attempt == MOST_TRIES) {
                throw e;
            }
            return countSome(some, attempt + 1);
        }
    }

    private static void add(Counted one, long times, Map<LocalDate, Map<String, Long>> changes) {
        Map<String, Long> day = changes.computeIfAbsent(one.day(), _ -> new TreeMap<>());
        one.marks().forEach(mark -> day.merge(mark, times, Long::sum));
    }

    private Optional<TransactWriteItem> change(LocalDate day, Map<String, Long> marks) {
        List<String> sums = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Row.Draft values = Row.draft();
        marks.forEach((mark, by) -> {
            if (by != 0) {
                String place = Integer.toString(sums.size());
                names.put("#" + place, mark);
                values.number(":" + place, by);
                sums.add("#" + place + " :" + place);
            }
        });
        return sums.isEmpty()
                ? Optional.empty()
                : Optional.of(TransactWriteItem.builder()
                        .update(Update.builder()
                                .tableName(table)
                                .key(key(YearMonth.from(day).toString(), day.toString()))
                                .updateExpression("ADD " + String.join(", ", sums))
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values.item())
                                .build())
                        .build());
    }

    static Map<String, AttributeValue> key(String sheet, String line) {
        return Row.draft().text(SHEET, sheet).text(LINE, line).item();
    }

    /** The days of a month on which anything came, the first one first. */
    public List<DayFigures> of(YearMonth month) {
        return dynamo
                .queryPaginator(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("sheet = :month")
                        .expressionAttributeValues(
                                Row.draft().text(":month", month.toString()).item())
                        .build())
                .items()
                .stream()
                .map(Row::new)
                .map(Figures::dayOf)
                .toList();
    }

    private static DayFigures dayOf(Row row) {
        Map<String, Long> counts = new HashMap<>();
        for (String name : row.item().keySet()) {
            if (!Set.of(SHEET, LINE).contains(name)) {
                counts.put(name, row.number(name));
            }
        }
        return new DayFigures(LocalDate.parse(row.text(LINE)), counts);
    }

    /**
     * Forgets every card and the days they count to, so that they can be counted anew. Days that no card names stay: their
     * tips are no more. For the command that counts anew: it scans, which no function may.
     *
     * @return how many cards went
     */
    public int clear() {
        int went = 0;
        Set<LocalDate> days = new HashSet<>();
        for (Counted card : cards.all()) {
            days.add(card.day());
            dynamo.deleteItem(b -> b.tableName(table).key(FigureCards.keyOf(card.key())));
            went++;
        }
        days.forEach(day -> dynamo.deleteItem(
                b -> b.tableName(table).key(key(YearMonth.from(day).toString(), day.toString()))));
        return went;
    }

    /** Days whose row is not the sum of its cards, such as after somebody wrote while all was counted anew. It scans. */
    public Set<LocalDate> wrongDays() {
        Map<LocalDate, Map<String, Long>> sums = new TreeMap<>();
        cards.all().forEach(card -> add(card, 1, sums));
        Set<LocalDate> wrong = new HashSet<>();
        sums.forEach((day, marks) -> {
            Map<String, Long> there = of(YearMonth.from(day)).stream()
                    .filter(row -> row.day().equals(day))
                    .map(DayFigures::counts)
                    .findFirst()
                    .orElse(Map.of());
            Map<String, Long> without = new HashMap<>(there);
            without.values().removeIf(count -> count == 0);
            if (!without.equals(marks)) {
                wrong.add(day);
            }
        });
        return wrong;
    }
}
