package in.suchna.desk.health;

import in.suchna.desk.tip.Badge;
import in.suchna.duty.Climb;
import in.suchna.store.Climbs;
import in.suchna.store.Failures;
import in.suchna.store.Outbox;
import in.suchna.tip.Thana;
import in.suchna.widget.AtOnce;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Which ladders are climbed now, how many answers wait too long or failed for good, and how much work failed and waits for a
 * replay.
 */
public final class HealthView implements View {

    /** The widget's name in its parameters. */
    public static final String NAME = "health";

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final int MOST_CLIMBS = 50;
    private static final int MOST_ANSWERS = 20;
    private static final Duration COUNTED = Duration.ofDays(7);
    private static final int MOST_COUNTED = 100;

    private final Climbs climbs;
    private final Outbox outbox;
    private final Failures failures;
    private final SqsClient sqs;
    private final List<String> queues;

    /** @param queues the URLs of the queues that hold failed work */
    public HealthView(Climbs climbs, Outbox outbox, Failures failures, SqsClient sqs, List<String> queues) {
        this.climbs = climbs;
        this.outbox = outbox;
        this.failures = failures;
        this.sqs = sqs;
        this.queues = List.copyOf(queues);
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        Instant now = call.now();
        Supplier<List<Climb>> climbing = AtOnce.begin(() -> climbs.due(now.plus(AHEAD), MOST_CLIMBS));
        Supplier<Integer> late =
                AtOnce.begin(() -> outbox.due(now.minus(LATE), MOST_ANSWERS).size());
        Supplier<Integer> toCitizens = AtOnce.begin(() -> failures.since(false, now.minus(COUNTED), MOST_COUNTED));
        Supplier<Integer> toOfficers = AtOnce.begin(() -> failures.since(true, now.minus(COUNTED), MOST_COUNTED));
        List<Integer> depths = AtOnce.read(queues, this::depth);
        Map<String, Integer> failed = new TreeMap<>();
        for (int i = 0; i < queues.size(); i++) {
            failed.put(nameOf(queues.get(i)), depths.get(i));
        }
        return Element.of(
                "div",
                "main",
                work(failed, phrases),
                answers(late.get(), phrases),
                unsent(toCitizens.get(), toOfficers.get(), phrases),
                ladders(climbing.get(), call, phrases));
    }

    private int depth(String queue) {
        String count = sqs.getQueueAttributes(
                        b -> b.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
        return Integer.parseInt(count);
    }

    /** As the template names it: a queue's own name has the stack's before and a random word behind. */
    private static String nameOf(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return name.replaceFirst("^.*?([A-Z][A-Za-z]*Failed).*$", "$1");
    }

    private static Markup work(Map<String, Integer> failed, Phrases phrases) {
        Element card = card("health.failed", phrases);
        if (failed.values().stream().allMatch(count -> count == 0)) {
            return card.add(Element.of("p", "covered", "✔ " + phrases.of("health.none-failed")));
        }
        failed.forEach((queue, count) -> {
            if (count > 0) {
                card.add(Element.of("p", "gap", "✖ " + phrases.of("health.queue", queue, count)));
            }
        });
        return card.add(Element.of("p", "hint", phrases.of("health.replay")));
    }

    private static Markup answers(int late, Phrases phrases) {
        Element card = card("health.answers", phrases);
        return card.add(
                late == 0
                        ? Element.of("p", "covered", "✔ " + phrases.of("health.none-late"))
                        : Element.of("p", "gap", "✖ " + phrases.of("health.late", late, LATE.toMinutes())));
    }

    private static Markup unsent(int toCitizens, int toOfficers, Phrases phrases) {
        Element card = card("health.unsent", phrases);
        if (toCitizens + toOfficers == 0) {
            return card.add(Element.of("p", "covered", "✔ " + phrases.of("health.none-unsent")));
        }
        if (toCitizens > 0) {
            String words = toCitizens < MOST_COUNTED ? "health.unsent-citizens" : "health.unsent-citizens-many";
            card.add(Element.of("p", "gap", "✖ " + phrases.of(words, toCitizens)));
        }
        if (toOfficers > 0) {
            String words = toOfficers < MOST_COUNTED ? "health.unsent-officers" : "health.unsent-officers-many";
            card.add(Element.of("p", "gap", "✖ " + phrases.of(words, toOfficers)));
        }
        return card.add(Element.of("p", "hint", phrases.of("health.unsent-why")));
    }

    private static Markup ladders(List<Climb> climbing, Call call, Phrases phrases) {
        Element card = card("health.ladders", phrases);
        if (climbing.isEmpty()) {
            return card.add(Element.of("p", "covered", "✔ " + phrases.of("health.no-ladders")));
        }
        Element list = Element.of("ul", "linked", new Markup[0]);
        climbing.forEach(climb -> list.add(Element.of("li", "climb", new Markup[0])
                .add(Badge.of(climb.priority(), phrases))
                .say(" ")
                .add(Action.again(call, "tip")
                        .with("reference", climb.reference().text())
                        .on(Element.of("a", "reference", climb.reference().text())))
                .add(Element.of(
                        "div",
                        "hint",
                        phrases.of(
                                "health.climb",
                                climb.thana().map(Thana::name).orElse(phrases.of("tip.no-thana")),
                                phrases.since(climb.urgentSince(), call.now()),
                                climb.nextRung())))));
        return card.add(list);
    }

    private static Element card(String title, Phrases phrases) {
        return Element.of("section", "card", Element.of("h3", "title", phrases.of(title)));
    }
}
