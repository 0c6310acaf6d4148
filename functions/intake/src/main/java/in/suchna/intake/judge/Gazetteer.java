package in.suchna.intake.judge;

import in.suchna.tip.Thana;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The district's places, found in a text in any script and near spelling, and the thana of those an officer knows for certain. */
final class Gazetteer {

    /** What follows a name that is only a direction: "रुद्री की तरफ", "kurud side", "rudri road". */
    private static final Set<String> DIRECTION = Keys.of(
            "trf sid side or rod rode roda koti disa rasta rste tk jila jile blok vale vala " + "district thsil dhr");

    private static final Set<String> JOINS = Keys.of("ki ke ka ko k");
    private static final Set<String> TOWARDS = Keys.of("tovrds tvrds to via from");
    private static final Set<String> ORIGIN = Keys.of("bol liK rhne niwasi nivsi");
    private static final int SHORTEST_NEAR = 5;
    private static final int MOST_WORDS = 4;

    /**
     * A place of the district.
     *
     * @param name in Latin letters
     * @param thana its station, when an officer would know it for certain
     */
    record Place(String name, Optional<Thana> thana) {}

    /** A place seen in a text. */
    record Seen(Place place, int from, int to, boolean onlyDirection) {}

    private final Map<String, Place> byKeys = new HashMap<>();
    private final Set<String> firstKeys = new HashSet<>();
    private final Map<String, List<String>> nearByFirst = new HashMap<>();
    private final Set<String> notPlaces;

    /** @param lines {@code name | thana or - | other spellings, other spellings}; a line {@code ! words} are no places */
    Gazetteer(Lines lines, Folding folding) {
        List<String> words = new ArrayList<>();
        for (Lines.Line line : lines.lines()) {
            if (line.text().startsWith("!")) {
                for (String word : Lines.pieces(line.text().substring(1), " ")) {
                    words.add(blunt(folding.key(word)));
                }
                continue;
            }
            List<String> columns = line.split("|");
            if (columns.size() != 3) {
                throw line.broken("want 'name | thana or - | other spellings'");
            }
            Optional<Thana> thana =
                    columns.get(1).equals("-") ? Optional.empty() : Optional.of(new Thana(columns.get(1)));
            Place place = new Place(columns.get(0), thana);
            add(columns.get(0), place, folding);
            for (String alias : Lines.pieces(columns.get(2), ",")) {
                add(alias, place, folding);
            }
        }
        notPlaces = Set.copyOf(words);
    }

    private void add(String name, Place place, Folding folding) {
        StringBuilder keys = new StringBuilder();
        for (Word word : new Ear(folding).hear(name).words()) {
            keys.append(keys.isEmpty() ? "" : " ").append(blunt(word.key()));
        }
        String joined = keys.toString();
        if (joined.isEmpty()) {
            return;
        }
        firstKeys.add(Lines.pieces(joined, " ").getFirst());
        if (byKeys.putIfAbsent(joined, place) == null && joined.indexOf(' ') < 0 && joined.length() >= SHORTEST_NEAR) {
            nearByFirst
                    .computeIfAbsent(joined.substring(0, 1), _ -> new ArrayList<>())
                    .add(joined);
        }
    }

    /** Aspirates are the first thing a hasty spelling loses. */
    private static String blunt(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Every place named, the longest name at each word. */
    List<Seen> seenIn(Told told) {
        List<Seen> seen = new ArrayList<>();
        int at = 0;
        while (at < told.size()) {
            Seen found = at(told, at);
            if (found != null) {
                seen.add(found);
                at = found.to();
            } else {
                at++;
            }
        }
        return seen;
    }

    private @org.jspecify.annotations.Nullable Seen at(Told told, int from) {
        String first = blunt(told.key(from));
        if (!firstKeys.contains(first)) {
            Place place = near(first);
            return place == null ? null : new Seen(place, from, from + 1, isDirection(told, from, from + 1));
        }
        for (int length = Math.min(MOST_WORDS, told.size() - from); length >= 1; length--) {
            StringBuilder keys = new StringBuilder(first);
            for (int i = from + 1; i < from + length; i++) {
                keys.append(' ').append(blunt(told.key(i)));
            }
            Place place = byKeys.get(keys.toString());
            if (place != null) {
                return new Seen(place, from, from + length, isDirection(told, from, from + length));
            }
        }
        return null;
    }

    private @org.jspecify.annotations.Nullable Place near(String key) {
        if (key.length() < SHORTEST_NEAR || notPlaces.contains(key)) {
            return null;
        }
        for (String candidate : nearByFirst.getOrDefault(key.substring(0, 1), List.of())) {
            if (Distance.isOneEdit(candidate, key)) {
                return byKeys.get(candidate);
            }
        }
        return null;
    }

    private static boolean isDirection(Told told, int from, int to) {
        int after = to;
        if (JOINS.contains(told.key(after))) {
            after++;
        }
        boolean origin = told.key(to).equals("se") && ORIGIN.contains(told.key(to + 1));
        return DIRECTION.contains(told.key(after)) || TOWARDS.contains(told.key(from - 1)) || origin;
    }

    /** The thana of the first place that is where it happens, not only where the road goes. */
    Optional<Thana> thanaOf(List<Seen> seen) {
        return seen.stream()
                .filter(s -> !s.onlyDirection())
                .flatMap(s -> s.place().thana().stream())
                .findFirst();
    }
}
