package in.suchna.intake.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules and model look at: the concepts that stand in a text and are not denied, and what its grammar shows. */
final class Signs {

    /** Signs that come from grammar and not from the lexicon. */
    static final Set<String> KNOWN = Set.of(
            "going_on",
            "was_going_on",
            "habit",
            "result",
            "past_tense",
            "future",
            "ends_going_on",
            "ends_result",
            "ends_habit",
            "ends_past",
            "ends_future",
            "asked",
            "ends_asked",
            "short",
            "very_short",
            "long",
            "picture",
            "number",
            "vehicle",
            "place");

    private static final int NEAR = 9;
    private static final int SHORT = 4;
    private static final int LONG = 45;

    private final Map<String, List<Sighting>> seen = new LinkedHashMap<>();
    private final Map<String, List<Sighting>> denied = new HashMap<>();

    Signs(Told told, List<Sighting> sightings, List<Grammar.Verb> verbs) {
        for (Sighting sighting : sightings) {
            (sighting.denied() ? denied : seen)
                    .computeIfAbsent(sighting.concept(), _ -> new ArrayList<>())
                    .add(sighting);
        }
        for (Grammar.Verb verb : verbs) {
            add(nameOf(verb.tense()), verb.at());
        }
        if (!verbs.isEmpty()) {
            addLast(verbs.getLast());
        }
        addShape(told);
    }

    private static String nameOf(Tense tense) {
        return switch (tense) {
            case GOING_ON -> "going_on";
            case WAS_GOING_ON -> "was_going_on";
            case HABIT -> "habit";
            case RESULT -> "result";
            case PAST -> "past_tense";
            case FUTURE -> "future";
        };
    }

    private void addLast(Grammar.Verb last) {
        switch (last.tense()) {
            case GOING_ON -> add("ends_going_on", last.at());
            case RESULT -> add("ends_result", last.at());
            case HABIT -> add("ends_habit", last.at());
            case FUTURE -> add("ends_future", last.at());
            case PAST, WAS_GOING_ON -> add("ends_past", last.at());
        }
    }

    private void addShape(Told told) {
        int size = told.size();
        if (size <= SHORT) {
            add(size <= 2 ? "very_short" : "short", 0);
        }
        if (size > LONG) {
            add("long", 0);
        }
        if (!told.asked().isEmpty()) {
            add("asked", 0);
            if (told.asked().contains(told.words().getLast().clause())) {
                add("ends_asked", size - 1);
            }
        }
        for (int i = 0; i < size; i++) {
            int first = told.key(i).codePointAt(0);
            if (first >= 0x2600) {
                add("picture", i);
            } else if (told.words().get(i).isNumber()) {
                add("number", i);
            }
        }
    }

    void add(String name, int at) {
        seen.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Sighting(name, at, at + 1, false));
    }

    boolean has(String name) {
        return seen.containsKey(name);
    }

    /** Both lists are in the order of the text, so that one walk over the two is enough. */
    boolean areNear(String one, String other) {
        List<Sighting> ones = seen.getOrDefault(one, List.of());
        List<Sighting> others = seen.getOrDefault(other, List.of());
        int i = 0;
        int j = 0;
        while (i < ones.size() && j < others.size()) {
            Sighting a = ones.get(i);
            Sighting b = others.get(j);
            if (a.distanceTo(b) <= NEAR) {
                return true;
            }
            if (a.from() < b.from()) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    Set<String> all() {
        return seen.keySet();
    }

    Set<String> allDenied() {
        return denied.keySet();
    }
}
