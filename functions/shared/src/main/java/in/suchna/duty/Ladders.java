package in.suchna.duty;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Thana;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The ladder of each kind of tip and each station, as {@code ladder.properties} sets it. */
public final class Ladders {
    private static final String FILE = "ladder.properties";
    private static final String CRITICAL = "critical";
    private static final String HIGH = "high";
    private static final String CONDUCT = "conduct";

    private final Map<String, Ladder> byName = new HashMap<>();
    private final Map<Thana, String> groups = new HashMap<>();
    private final Map<Category, Set<Post>> copies = new EnumMap<>(Category.class);

    /**
     * Reads the settings whole.
     *
     * @param district whose stations may have ladders of their own
     * @throws IllegalArgumentException if a ladder is missing or makes no sense, or a setting is unknown; the message names it
     */
    public Ladders(Properties settings, District district) {
        LadderSettings read = new LadderSettings(settings, FILE);
        for (String name : List.of(CRITICAL, HIGH, CONDUCT)) {
            byName.put(name, read.ladder(name));
        }
        for (String group : read.groups()) {
            read.stations(group, district).forEach(thana -> join(thana, group));
            for (String name : List.of(CRITICAL, HIGH)) {
                if (read.has(group + "." + name)) {
                    byName.put(group + "." + name, read.ladder(group + "." + name));
                }
            }
        }
        copies.putAll(read.copies());
        read.mustBeAll();
    }

    private void join(Thana thana, String group) {
        String other = groups.putIfAbsent(thana, group);
        if (other != null) {
            throw new IllegalArgumentException(
                    "%s is in %s.stations and in %s.stations of %s".formatted(thana.name(), other, group, FILE));
        }
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
        return new Ladders(settings, District.ofResources());
    }

    /** The ladder of a tip that is on its way up. */
    public Ladder of(Climb climb) {
        return of(climb.priority(), climb.category(), climb.thana());
    }

    /** The ladder of a tip: its station's own, if it has one, else the district's. */
    public Ladder of(Priority priority, Category category, Optional<Thana> thana) {
        String name = category == Category.POLICE_CONDUCT ? CONDUCT : priority == Priority.CRITICAL ? CRITICAL : HIGH;
        Ladder ladder = thana.map(groups::get)
                .map(group -> byName.get(group + "." + name))
                .orElseGet(() -> Objects.requireNonNull(byName.get(name)));
        return Optional.ofNullable(copies.get(category))
                .map(copy -> withCopy(ladder, copy))
                .orElse(ladder);
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
