package in.suchna.duty;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The ladder of each kind of tip, as {@code ladder.properties} sets it. */
public final class Ladders {
    private static final String FILE = "ladder.properties";
    private static final String COPY = "copy.";
    private static final String MINUTES = "[0-9]{1,4}";

    private final Map<String, Ladder> byName = new HashMap<>();
    private final Map<Category, Set<Post>> copies = new EnumMap<>(Category.class);

    /** @throws IllegalArgumentException if a ladder is missing or makes no sense; the message names the setting */
    public Ladders(Properties settings) {
        for (String name : List.of("critical", "high", "conduct")) {
            byName.put(name, ladder(settings, name));
        }
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(COPY))
                .forEach(name -> copies.put(category(name), posts(settings, name)));
    }

    /** The ladders of the resource {@code ladder.properties}. */
    public static Ladders ofResources() {
        Properties settings = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Ladders.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
        return new Ladders(settings);
    }

    private static Ladder ladder(Properties settings, String name) {
        List<Rung> rungs = settings.stringPropertyNames().stream()
                .filter(key -> key.matches(name + "\\." + MINUTES))
                .map(key -> new Rung(
                        Duration.ofMinutes(Long.parseLong(key.substring(name.length() + 1))), posts(settings, key)))
                .sorted(Comparator.comparing(Rung::after))
                .toList();
        try {
            return new Ladder(
                    rungs,
                    Duration.ofMinutes(number(settings, name + ".exhausted")),
                    number(settings, name + ".acknowledgements"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The ladder '" + name + "' of " + FILE + ": " + e.getMessage(), e);
        }
    }

    private static int number(Properties settings, String key) {
        String text = Optional.ofNullable(settings.getProperty(key)).orElse("");
        if (!text.matches(MINUTES)) {
            throw new IllegalArgumentException(key + " must be a whole number");
        }
        return Integer.parseInt(text);
    }

    private static Category category(String key) {
        try {
            return Category.valueOf(key.substring(COPY.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + " of " + FILE + " names no category", e);
        }
    }

    private static Set<Post> posts(Properties settings, String key) {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        try {
            Arrays.stream(settings.getProperty(key, "").strip().split("[ ,]+", -1))
                    .map(Post::ofLabel)
                    .forEach(posts::add);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    key + " must name posts: thana, control-room, station-head, sdop, sp", e);
        }
        return posts;
    }

    /** The ladder of a tip. */
    public Ladder of(Priority priority, Category category) {
        String name =
                category == Category.POLICE_CONDUCT ? "conduct" : priority == Priority.CRITICAL ? "critical" : "high";
        Ladder ladder = Objects.requireNonNull(byName.get(name));
        return copies.containsKey(category) ? withCopy(ladder, Objects.requireNonNull(copies.get(category))) : ladder;
    }

    private static Ladder withCopy(Ladder ladder, Set<Post> copy) {
        Rung first = ladder.rungs().getFirst();
        Set<Post> posts = EnumSet.copyOf(first.posts());
        posts.addAll(copy);
        List<Rung> rungs = new ArrayList<>(ladder.rungs());
        rungs.set(0, new Rung(first.after(), posts));
        return new Ladder(rungs, ladder.exhausted(), ladder.acknowledgements());
    }
}
