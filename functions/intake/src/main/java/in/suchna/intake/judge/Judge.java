package in.suchna.intake.judge;

import in.suchna.duty.Place;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Thana;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the words of a tip: rules first, each with its reason; then the model, which may raise the priority but never
 * lower it. Built once, then shared by every call; it keeps nothing.
 */
public final class Judge {

    private final Reader reader;
    private final Model model;
    private final StationMap stations;

    Judge(Reader reader, Model model) {
        this.reader = reader;
        this.model = model;
        this.stations = new StationMap(Place.ofStations());
    }

    /** Read once a process, for it never changes, and reading it takes as long as some hundred judgements. */
    private static final class Shipped {
        private static final Judge JUDGE = new Judge(Reader.ofResources(), Model.ofResource());
    }

    /** The judge that is shipped; what it could not understand would end the first call with an error. */
    public static Judge ofResources() {
        return Shipped.JUDGE;
    }

    /**
     * Judges a text.
     *
     * @param text as the citizen wrote it, any script, at most a few thousand characters
     * @param circumstances what else is known of the tip
     */
    public Judgement judge(String text, Circumstances circumstances) {
        return reader.read(text).map(reading -> judge(reading, circumstances)).orElseGet(() -> wordless(circumstances));
    }

    /** The time that a text speaks of. */
    public When whenOf(String text) {
        return reader.read(text)
                .map(reading -> Opinion.of(model, reading, Optional.empty(), Circumstances.plain())
                        .when())
                .orElse(When.UNKNOWN);
    }

    /** The station that a place on the map is near, if one is; in degrees. */
    public Optional<Thana> thanaNear(double latitude, double longitude) {
        return stations.near(latitude, longitude);
    }

    private static Judgement wordless(Circumstances circumstances) {
        return new Judgement(
                Category.NOT_A_TIP,
                circumstances.dangerNowTapped() ? Priority.CRITICAL : Priority.LOW,
                Optional.empty(),
                Optional.empty(),
                List.of("no words to judge"));
    }

    private Judgement judge(Reading reading, Circumstances circumstances) {
        List<String> reasons = new ArrayList<>();
        Priority priority = Priority.LOW;
        Optional<Reading> end = reader.readEnd(reading);
        Set<Rule> rules = new LinkedHashSet<>(reading.rules());
        end.ifPresent(last -> rules.addAll(last.rules()));
        for (Rule rule : rules) {
            priority = priority.orAbove(rule.priority());
            reasons.add("%s: %s".formatted(rule.name(), rule.reason()));
        }
        if (circumstances.forwardedManyTimes() && priority.wakesAnOfficer()) {
            priority = priority == Priority.CRITICAL ? Priority.HIGH : Priority.NORMAL;
            reasons.add("forwarded many times: the rules count one step less");
        }
        Opinion opinion = Opinion.of(model, reading, end, circumstances);
        if (opinion.priority().isAbove(priority)) {
            priority = opinion.priority();
            reasons.add(String.format(
                    Locale.ROOT,
                    "model: words like those of tips that are %s (%d %%)",
                    priority,
                    Math.round(100 * opinion.confidence())));
        }
        if (circumstances.dangerNowTapped()) {
            priority = Priority.CRITICAL;
            reasons.add("danger-now: the citizen tapped that there is danger now");
        }
        if (reasons.isEmpty()) {
            reasons.add("nothing in it calls for the police");
        }
        return new Judgement(
                opinion.categoryFor(priority, rules),
                priority,
                reader.gazetteer().thanaOf(reading.places()),
                reading.vehicle(),
                reasons);
    }
}
