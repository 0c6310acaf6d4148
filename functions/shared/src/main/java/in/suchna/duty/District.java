package in.suchna.duty;

import in.suchna.tip.Thana;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The district's stations and who is above each.
 *
 * @param superiors each station with the SDOP's office above it, in the order of {@code stations.csv}
 */
public record District(Map<Thana, Unit> superiors) {
    private static final String FILE = "stations.csv";

    public District {
        superiors = Collections.unmodifiableMap(new LinkedHashMap<>(superiors));
    }

    /** The district of the resource {@code stations.csv}. */
    public static District ofResources() {
        Map<Thana, Unit> superiors = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(District.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .forEach(pair -> superiors.put(new Thana(pair[0]), new Unit(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
        return new District(superiors);
    }

    /** The stations, chowkis included. */
    public List<Thana> stations() {
        return List.copyOf(superiors.keySet());
    }

    /** Every unit that must always have someone on call. */
    public Set<Unit> units() {
        Set<Unit> units = new LinkedHashSet<>(List.of(Unit.CONTROL_ROOM, Unit.SP_OFFICE));
        units.addAll(superiors.values());
        superiors.keySet().forEach(thana -> {
            units.add(Unit.of(thana));
            units.add(Unit.headOf(thana));
        });
        return units;
    }

    /** The unit a post is, for a tip of a thana; empty when that hangs on a thana that is not known. */
    public Optional<Unit> unitOf(Post post, Optional<Thana> thana) {
        return switch (post) {
            case THANA -> thana.map(Unit::of);
            case CONTROL_ROOM -> Optional.of(Unit.CONTROL_ROOM);
            case STATION_HEAD -> thana.map(Unit::headOf);
            case SDOP -> thana.map(superiors::get);
            case SP -> Optional.of(Unit.SP_OFFICE);
        };
    }
}
