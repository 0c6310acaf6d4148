package in.suchna.duty;

import in.suchna.tip.Category;
import in.suchna.tip.Thana;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings of ladders, read one by one; each that is not understood is an error that names it. */
final class LadderSettings {
    private static final String COPY = "copy.";
    private static final String STATIONS = ".stations";
    private static final String MINUTES = "[0-9]{1,4}";

    private final Properties settings;
    private final String file;
    private final Set<String> unread;

    LadderSettings(Properties settings, String file) {
        this.settings = settings;
        this.file = file;
        this.unread = new TreeSet<>(settings.stringPropertyNames());
    }

    private String text(String key) {
        unread.remove(key);
        return settings.getProperty(key, "").strip();
    }

    private List<String> names() {
        return settings.stringPropertyNames().stream().sorted().toList();
    }

    /** Whether anything of a ladder is set. */
    boolean has(String ladder) {
        return names().stream().anyMatch(key -> key.startsWith(ladder + "."));
    }

    /** The names of groups of stations that have ladders of their own. */
    List<String> groups() {
        return names().stream()
                .filter(key -> key.endsWith(STATIONS))
                .map(key -> key.substring(0, key.length() - STATIONS.length()))
                .toList();
    }

    /** The stations of a group. */
    List<Thana> stations(String group, District district) {
        List<Thana> stations = Arrays.stream(text(group + STATIONS).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Thana::new)
                .toList();
        for (Thana station : stations) {
            if (!district.stations().contains(station)) {
                throw wrong(group + STATIONS, "names " + station.name() + ", which is no station of the district");
            }
        }
        if (!has(group + ".critical") && !has(group + ".high")) {
            throw wrong(group + STATIONS, "has no ladder " + group + ".critical or " + group + ".high");
        }
        return stations;
    }

    /** A whole ladder. */
    Ladder ladder(String name) {
        Pattern rung = Pattern.compile(Pattern.quote(name) + "\\.(" + MINUTES + ")");
        List<Rung> rungs = names().stream()
                .map(rung::matcher)
                .filter(key -> key.matches())
                .map(key -> new Rung(Duration.ofMinutes(Long.parseLong(key.group(1))), posts(key.group())))
                .sorted(Comparator.comparing(Rung::after))
                .toList();
        try {
            return new Ladder(
                    rungs, Duration.ofMinutes(number(name + ".exhausted")), number(name + ".acknowledgements"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The ladder '" + name + "' of " + file + ": " + e.getMessage(), e);
        }
    }

    private int number(String key) {
        String text = text(key);
        if (!text.matches(MINUTES)) {
            throw wrong(key, "must be a whole number");
        }
        return Integer.parseInt(text);
    }

    /** Who is told on the first rung too, by category. */
    Map<Category, Set<Post>> copies() {
        Map<Category, Set<Post>> copies = new EnumMap<>(Category.class);
        names().stream()
                .filter(key -> key.startsWith(COPY))
                .forEach(key -> copies.put(
                        Optional.of(key.substring(COPY.length()))
                                .filter(LadderSettings::isCategory)
                                .map(Category::valueOf)
                                .orElseThrow(() -> wrong(key, "names no category")),
                        posts(key)));
        return copies;
    }

    private static boolean isCategory(String name) {
        return Arrays.stream(Category.values()).map(Category::name).anyMatch(name::equals);
    }

    private Set<Post> posts(String key) {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        try {
            Arrays.stream(text(key).split("[ ,]+", -1)).map(Post::ofLabel).forEach(posts::add);
        } catch (IllegalArgumentException e) {
            throw wrong(key, "must name posts: thana, control-room, station-head, sdop, sp");
        }
        return posts;
    }

    /** @throws IllegalArgumentException if a setting was read by nobody: then it is misspelt */
    void mustBeAll() {
        unread.stream().findFirst().ifPresent(key -> {
            throw wrong(key, "is no setting of a ladder");
        });
    }

    private IllegalArgumentException wrong(String key, String words) {
        return new IllegalArgumentException(key + " of " + file + " " + words);
    }
}
