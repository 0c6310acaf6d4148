package in.suchna.desk.queue;

import in.suchna.desk.tip.Badge;
import in.suchna.duty.District;
import in.suchna.duty.Officer;
import in.suchna.store.Queue;
import in.suchna.store.Queue.Page;
import in.suchna.store.Queue.Wanted;
import in.suchna.store.Roster;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import in.suchna.widget.AtOnce;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Choice;
import in.suchna.widget.words.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The queue: the unread first, by priority and age, with counts and filters. */
public final class QueueView implements View {

    /** The widget's name in its parameters. */
    public static final String NAME = "queue";

    private static final int PAGE = 20;
    private static final int FIRST_WORDS = 180;

    private final Queue queue;
    private final Roster roster;
    private final District district;

    public QueueView(Queue queue, Roster roster, District district) {
        this.queue = queue;
        this.roster = roster;
        this.district = district;
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        Filter filter = Filter.of(call);
        Supplier<Markup> counts = AtOnce.begin(() -> counts(phrases));
        Supplier<Map<String, String>> officers = AtOnce.begin(this::officers);
        Page page = queue.page(filter.wanted(), filter.from(), PAGE);
        List<Markup> parts = new ArrayList<>();
        parts.add(counts.get());
        parts.add(form(call, phrases, filter, officers.get()));
        parts.add(page.tips().isEmpty() ? emptiness(phrases, page, filter) : table(call, phrases, filter, page.tips()));
        parts.add(pages(call, phrases, filter, page));
        return Markup.several(parts);
    }

    private Markup counts(Phrases phrases) {
        List<Priority> priorities = List.of(Priority.values());
        Supplier<Integer> inWork = AtOnce.begin(queue::countRead);
        List<Integer> unread = AtOnce.read(priorities, priority -> queue.count(true, priority));
        Element counts = Element.of("div", "counts", new Markup[0]);
        for (int i = 0; i < priorities.size(); i++) {
            counts.add(Element.of("div", "count")
                    .add(Element.of("strong", "number", atMost(unread.get(i))))
                    .add(Badge.of(priorities.get(i), phrases))
                    .say(phrases.of("queue.unread")));
        }
        return counts.add(Element.of("div", "count")
                .add(Element.of("strong", "number", atMost(inWork.get())))
                .say(phrases.of("queue.read")));
    }

    private static String atMost(int count) {
        return count >= Queue.MOST_COUNTED ? Queue.MOST_COUNTED + "+" : Integer.toString(count);
    }

    private Markup form(Call call, Phrases phrases, Filter filter, Map<String, String> officers) {
        Wanted wanted = filter.wanted();
        Action again = Action.again(call, NAME);
        return Element.of("form", "filters")
                .add(Choice.of(
                        Filter.THANA,
                        phrases.of("tip.thana"),
                        phrases.of("filter.all"),
                        Choice.names(
                                district.stations().stream().map(Thana::name).toList()),
                        wanted.thana().map(Thana::name)))
                .add(Choice.of(
                        Filter.CATEGORY,
                        phrases.of("tip.category"),
                        phrases.of("filter.all"),
                        Choice.words(phrases, Category.values()),
                        wanted.category().map(Category::name)))
                .add(Choice.of(
                        Filter.STATUS,
                        phrases.of("tip.status"),
                        phrases.of("filter.all"),
                        Choice.words(
                                phrases, new Status[] {Status.NEW, Status.READ, Status.ASSIGNED, Status.ACTION_TAKEN}),
                        wanted.status().map(Status::name)))
                .add(Choice.of(
                        Filter.ASSIGNEE,
                        phrases.of("filter.mine"),
                        phrases.of("filter.all"),
                        officers,
                        wanted.assignee()))
                .add(Element.of(
                        "div",
                        "buttons",
                        again.with("use", "form").mainButton(phrases.of("filter.show")),
                        again.button(phrases.of("filter.none"))));
    }

    /** Everyone of the roster, by their name. */
    private Map<String, String> officers() {
        Map<String, String> officers = new LinkedHashMap<>();
        roster.plans().values().stream()
                .flatMap(plan -> plan.officers().stream())
                .sorted(Comparator.comparing(Officer::name).thenComparing(Officer::id))
                .forEach(officer -> officers.putIfAbsent(officer.id(), officer.name() + " (" + officer.id() + ")"));
        return officers;
    }

    private static Markup emptiness(Phrases phrases, Page page, Filter filter) {
        boolean all = filter.wanted().equals(Wanted.ALL) && filter.from().isEmpty();
        return Element.of(
                "p",
                "empty",
                phrases.of(page.next().isPresent() ? "queue.none-yet" : all ? "queue.empty" : "queue.none"));
    }

    private static Markup table(Call call, Phrases phrases, Filter filter, List<Tip> tips) {
        Element head = Element.of("tr");
        for (String column : List.of("priority", "reference", "age", "what", "thana", "status")) {
            head.add(Element.of("th", "column-" + column, phrases.of("column." + column)));
        }
        return Element.of("table", "queue")
                .add(Element.of("thead", head))
                .add(Element.of("tbody")
                        .addAll(tips.stream()
                                .map(tip -> row(call, phrases, filter, tip))
                                .toList()));
    }

    private static Markup row(Call call, Phrases phrases, Filter filter, Tip tip) {
        Action open = filter.carriedBy(
                Action.again(call, "tip").with("reference", tip.reference().text()));
        Element priority = cell("priority").add(Badge.of(tip.judgement().priority(), phrases));
        if (tip.isUnread()) {
            priority.add(Badge.unread(phrases));
        }
        return Element.of("tr", tip.isUnread() ? "row is-unread" : "row")
                .add(priority)
                .add(cell("reference")
                        .add(open.on(
                                Element.of("a", "reference", tip.reference().text()))))
                .add(cell("age")
                        .with("title", phrases.moment(tip.createdAt()))
                        .say(phrases.since(tip.createdAt(), call.now())))
                .add(cell("what")
                        .add(Element.of(
                                "div", "category", phrases.of(tip.judgement().category())))
                        .add(Element.of("div", "words", firstWords(tip, phrases))
                                .with("dir", "auto")))
                .add(cell("thana").say(tip.judgement().thana().map(Thana::name).orElse(phrases.of("tip.no-thana"))))
                .add(cell("status")
                        .add(Badge.of(tip.status(), phrases))
                        .add(Element.of(
                                "div", "assignee", tip.handling().assignee().orElse(""))));
    }

    private static Element cell(String column) {
        return Element.of("td", "column-" + column, new Markup[0]);
    }

    private static String firstWords(Tip tip, Phrases phrases) {
        String text =
                tip.text().isBlank() ? phrases.of("tip.no-words") : tip.text().replace('\n', ' ');
        return text.codePointCount(0, text.length()) <= FIRST_WORDS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, FIRST_WORDS)) + "…";
    }

    private static Markup pages(Call call, Phrases phrases, Filter filter, Page page) {
        Element pages = Element.of("div", "buttons pages", new Markup[0]);
        if (filter.from().isPresent()) {
            pages.add(filter.carriedBy(Action.again(call, NAME)).button(phrases.of("queue.first")));
        }
        page.next()
                .ifPresent(mark -> pages.add(filter.goingOn(Action.again(call, NAME), mark)
                        .button(phrases.of(page.tips().size() < PAGE ? "queue.further" : "queue.next"))));
        return pages;
    }
}
