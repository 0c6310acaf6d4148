package in.suchna.store;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * The desk's queue: the sparse index {@code queue} of the Tips table, in which every tip that is not closed stands, the
 * unread first, then by priority, then the oldest first. What one page costs does not grow with the queue.
 */
public final class Queue {
    static final String INDEX = "queue";

    /** Index entries a page with a filter looks through at most; about 25 read units. */
    public static final int MOST_LOOKED_AT = 1_000;

    /** The highest count that is worked out; more is told as "so many and more". */
    public static final int MOST_COUNTED = 100;

    // one partition takes 1,000 tips a second, which no district writes
    private static final String OPEN = "open";
    private static final String LINE = "queue";
    private static final String UNREAD = "0";
    private static final String READ = "1";
    private static final String PLACE = "place";
    private static final String KEY = "reference";
    private static final Map<String, String> NAMES = Map.of("#line", LINE, "#place", PLACE);
    private static final int MOST_TRIES = 5;

    private final DynamoDbClient dynamo;
    private final String table;

    public Queue(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Which tips are wanted; empty parts want all.
     *
     * @param thana of which station
     * @param category about what
     * @param status how far
     * @param assignee whose
     */
    public record Wanted(
            Optional<Thana> thana, Optional<Category> category, Optional<Status> status, Optional<String> assignee) {

        /** All of the queue. */
        public static final Wanted ALL =
                new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Where a page ended.
     *
     * @param reference the last tip seen
     * @param place its place in the queue
     */
    public record Mark(Reference reference, String place) {}

    /**
     * A page of the queue.
     *
     * @param tips its tips, in the queue's order
     * @param next where the next page begins; empty at the end of the queue
     */
    public record Page(List<Tip> tips, Optional<Mark> next) {
        public Page {
            tips = List.copyOf(tips);
        }
    }

    static Row.Draft mark(Row.Draft draft, Tip tip) {
        return tip.status() == Status.CLOSED || tip.isProbe()
                ? draft
                : draft.text(LINE, OPEN).text(PLACE, placeOf(tip));
    }

    private static String placeOf(Tip tip) {
        return group(tip.isUnread(), tip.judgement().priority())
                + "%013d".formatted(tip.createdAt().toEpochMilli());
    }

    private static String group(boolean unread, Priority priority) {
        String urgency = switch (priority) {
            case CRITICAL -> "0";
            case HIGH -> "1";
            case NORMAL -> "2";
            case LOW -> "3";
        };
        return (unread ? UNREAD : READ) + urgency + "#";
    }

    /**
     * Reads one page. With a filter it looks through at most {@value #MOST_LOOKED_AT} entries, so a page may hold few tips,
     * or none, and still have a next one.
     *
     * @param from where an earlier page ended; empty at the queue's beginning
     * @param most tips a page has at most
     */
    public Page page(Wanted wanted, Optional<Mark> from, int most) {
        boolean filtered = !wanted.equals(Wanted.ALL);
        Map<String, String> names = new HashMap<>(Map.of("#line", LINE));
        Row.Draft values = Row.draft().text(":open", OPEN);
        String filter = filterOf(wanted, names, values);
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .indexName(INDEX)
                .keyConditionExpression("#line = :open")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values.item())
                .limit(filtered ? MOST_LOOKED_AT : most);
        if (filtered) {
            query.filterExpression(filter);
        }
        from.ifPresent(mark -> query.exclusiveStartKey(keyOf(mark)));
        QueryResponse found = dynamo.query(query.build());
        List<Mark> marks = found.items().stream().map(Queue::markOf).toList();
        Optional<Mark> next = marks.size() > most
                ? Optional.of(marks.get(most - 1))
                : found.hasLastEvaluatedKey() ? Optional.of(markOf(found.lastEvaluatedKey())) : Optional.empty();
        return new Page(tips(marks.subList(0, Math.min(most, marks.size()))), next);
    }

    private static String filterOf(Wanted wanted, Map<String, String> names, Row.Draft values) {
        Map<String, Optional<String>> asked = Map.of(
                "thana", wanted.thana().map(Thana::name),
                "category", wanted.category().map(Category::name),
                "status", wanted.status().map(Status::name),
                "assignee", wanted.assignee());
        List<String> conditions = new ArrayList<>();
        asked.forEach((name, value) -> value.ifPresent(text -> {
            names.put("#" + name, name);
            values.text(":" + name, text);
            conditions.add("#" + name + " = :" + name);
        }));
        return String.join(" AND ", conditions);
    }

    private static Map<String, AttributeValue> keyOf(Mark mark) {
        return Row.draft()
                .text(KEY, mark.reference().text())
                .text(LINE, OPEN)
                .text(PLACE, mark.place())
                .item();
    }

    private static Mark markOf(Map<String, AttributeValue> item) {
        Row row = new Row(item);
        return new Mark(new Reference(row.text(KEY)), row.text(PLACE));
    }

    /** The tips of a page in one read, in their order; one that was closed in between is left out. */
    private List<Tip> tips(List<Mark> marks) {
        Map<String, Tip> found = new HashMap<>();
        List<Map<String, AttributeValue>> wanted = marks.stream()
                .map(mark -> Map.of(KEY, AttributeValue.fromS(mark.reference().text())))
                .toList();
        for (int attempt = 0; attempt < MOST_TRIES && !wanted.isEmpty(); attempt++) {
            KeysAndAttributes keys = KeysAndAttributes.builder().keys(wanted).build();
            var answer = dynamo.batchGetItem(b -> b.requestItems(Map.of(table, keys)));
            answer.responses().getOrDefault(table, List.of()).forEach(item -> {
                Tip tip = Tips.of(new Row(item));
                found.put(tip.reference().text(), tip);
            });
            KeysAndAttributes left = answer.unprocessedKeys().get(table);
            wanted = left == null ? List.of() : left.keys();
        }
        return marks.stream()
                .map(mark -> found.get(mark.reference().text()))
                .filter(Objects::nonNull)
                .filter(tip -> tip.status() != Status.CLOSED)
                .toList();
    }

    /** How many tips of a priority wait, read or unread; at most {@value #MOST_COUNTED} are counted. */
    public int count(boolean unread, Priority priority) {
        return count(group(unread, priority));
    }

    /** How many tips wait that are read but open, of whatever priority; at most {@value #MOST_COUNTED} are counted. */
    public int countRead() {
        return count(READ);
    }

    private int count(String group) {
        return dynamo.query(QueryRequest.builder()
                        .tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("#line = :open AND begins_with(#place, :group)")
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(Row.draft()
                                .text(":open", OPEN)
                                .text(":group", group)
                                .item())
                        .select(Select.COUNT)
                        .limit(MOST_COUNTED)
                        .build())
                .count();
    }
}
