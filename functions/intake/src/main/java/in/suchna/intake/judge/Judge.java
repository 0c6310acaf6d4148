package in.suchna.intake.judge;

import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the words of a tip: rules first, each with its reason. Built once, then shared by every call; it keeps nothing. */
public final class Judge {

    private final Reader reader;

    Judge(Reader reader) {
        this.reader = reader;
    }

    /** @throws ResourceBroken if a file of the judge's can't be understood */
    public static Judge ofResources() {
        return new Judge(Reader.ofResources());
    }

    /**
     * Judges a text.
     *
     * @param text as the citizen wrote it, any script, at most a few thousand characters
     * @param circumstances what else is known of the tip
     */
    public Judgement judge(String text, Circumstances circumstances) {
        Optional<Reading> read = reader.read(text);
        if (read.isEmpty()) {
            return new Judgement(
                    Category.NOT_A_TIP,
                    circumstances.dangerNowTapped() ? Priority.CRITICAL : Priority.LOW,
                    Optional.empty(),
                    Optional.empty(),
                    List.of("no words to judge"));
        }
        return judge(read.get(), circumstances);
    }

    /** The time that a text speaks of. */
    public When whenOf(String text) {
        return reader.read(text).map(Reading::when).orElse(When.UNKNOWN);
    }

    private Judgement judge(Reading reading, Circumstances circumstances) {
        List<String> reasons = new ArrayList<>();
        Priority priority = Priority.LOW;
        Map<Category, Integer> votes = new EnumMap<>(Category.class);
        for (Rule rule : reading.rules()) {
            priority = priority.orAbove(rule.priority());
            votes.merge(rule.category(), rule.priority().wakesAnOfficer() ? 3 : 2, Integer::sum);
            reasons.add("%s: %s".formatted(rule.name(), rule.reason()));
        }
        if (circumstances.forwardedManyTimes() && priority.wakesAnOfficer()) {
            priority = priority == Priority.CRITICAL ? Priority.HIGH : Priority.NORMAL;
            reasons.add("forwarded many times: one step less urgent");
        }
        if (circumstances.dangerNowTapped()) {
            priority = Priority.CRITICAL;
            reasons.add("danger-now: the citizen tapped that there is danger now");
        }
        if (reasons.isEmpty()) {
            reasons.add("no rule fired");
        }
        Category category = votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(priority == Priority.LOW ? Category.NOT_A_TIP : Category.OTHER_PROBLEM);
        return new Judgement(
                category, priority, reader.gazetteer().thanaOf(reading.places()), reading.vehicle(), reasons);
    }
}
