package in.suchna.intake.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The concepts of {@code lexicon.txt} and the phrases that speak of them, found in a text by their folded keys. */
final class Lexicon {

    private static final int SHORTEST_STEM = 2;

    private final Set<String> concepts = new LinkedHashSet<>();
    private final Map<String, List<Phrase>> byFirstKey = new HashMap<>();
    private final Map<String, Map<String, List<Phrase>>> byTwoKeys = new HashMap<>();
    private final Map<String, List<Phrase>> byFirstStem = new HashMap<>();
    private int longestStem = SHORTEST_STEM;
    private final List<Phrase> byNumber = new ArrayList<>();

    /** @param lines blocks {@code [concept] meaning} followed by lines of phrases between bars */
    Lexicon(Lines lines, Folding folding) {
        String concept = "";
        for (Lines.Line line : lines.lines()) {
            if (line.text().startsWith("[")) {
                concept = conceptOf(line);
                continue;
            }
            if (concept.isEmpty()) {
                throw line.broken("a phrase before the first [concept]");
            }
            for (String phrase : line.split("|")) {
                if (!phrase.isEmpty()) {
                    add(line, Phrase.read(concept, phrase, folding));
                }
            }
        }
    }

    private String conceptOf(Lines.Line line) {
        int end = line.text().indexOf(']');
        if (end < 2 || !line.text().substring(1, end).matches("[a-z][a-z0-9_]*")) {
            throw line.broken("want [concept_in_small_letters] meaning");
        }
        String concept = line.text().substring(1, end);
        if (!concepts.add(concept)) {
            throw line.broken("the concept " + concept + " stands twice");
        }
        return concept;
    }

    private void add(Lines.Line line, Phrase phrase) {
        switch (phrase.parts().getFirst()) {
            case Phrase.Exact(String key)
            when !key.isEmpty() -> phrasesFrom(key, phrase).add(phrase);
            case Phrase.Stem(String key)
            when key.length() >= SHORTEST_STEM -> {
                byFirstStem.computeIfAbsent(key, _ -> new ArrayList<>()).add(phrase);
                longestStem = Math.max(longestStem, key.length());
            }
            case Phrase.Amount() -> byNumber.add(phrase);
            default -> throw line.broken("a phrase begins with a word, a stem of two sounds or <n>");
        }
    }

    private List<Phrase> phrasesFrom(String key, Phrase phrase) {
        if (phrase.parts().size() > 1 && phrase.parts().get(1) instanceof Phrase.Exact(String next)) {
            return byTwoKeys.computeIfAbsent(key, _ -> new HashMap<>()).computeIfAbsent(next, _ -> new ArrayList<>());
        }
        return byFirstKey.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    Set<String> concepts() {
        return concepts;
    }

    /** Every concept at every place it stands; {@link Denial} tells which are denied. */
    List<Sighting> spot(Told told) {
        List<Sighting> found = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            String key = told.key(at);
            spot(told, at, byFirstKey.getOrDefault(key, List.of()), found);
            Map<String, List<Phrase>> byNext = byTwoKeys.getOrDefault(key, Map.of());
            if (!byNext.isEmpty()) {
                spot(told, at, byNext.getOrDefault(told.key(at + 1), List.of()), found);
            }
            for (int end = SHORTEST_STEM; end <= Math.min(key.length(), longestStem); end++) {
                spot(told, at, byFirstStem.getOrDefault(key.substring(0, end), List.of()), found);
            }
            if (told.words().get(at).isNumber() || NumberWords.isOne(key)) {
                spot(told, at, byNumber, found);
            }
        }
        return found;
    }

    private static void spot(Told told, int at, List<Phrase> phrases, List<Sighting> found) {
        for (Phrase phrase : phrases) {
            int end = phrase.endIn(told, at);
            if (end > at) {
                found.add(new Sighting(phrase.concept(), at, end, Denial.of(told, at, end)));
            }
        }
    }
}
