package in.suchna.desk.tip;

import in.suchna.duty.Place;
import in.suchna.tip.Thana;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small map of the district: a rough outline, the stations, and where the tip is. The outline is the
 * resource {@code map.csv}, the stations are those whose place is known for certain. */
final class DistrictMap {
    private static final String FILE = "map.csv";
    private static final double WIDTH = 240;
    private static final double MARGIN = 18;
    // a degree of longitude is shorter than one of latitude, by the cosine of the district's 20.6 degrees
    private static final double NARROWER = 0.936;

    private final List<Spot> outline = new ArrayList<>();
    private final Map<String, Spot> stations = new LinkedHashMap<>();
    private final double west;
    private final double north;
    private final double scale;
    private final double height;

    private DistrictMap(List<String[]> lines) {
        for (String[] line : lines) {
            Spot spot = new Spot(Double.parseDouble(line[1]), Double.parseDouble(line[2]));
            outline.add(spot);
        }
        Place.ofStations().forEach((thana, at) -> stations.put(thana.name(), new Spot(at.latitude(), at.longitude())));
        this.west = outline.stream().mapToDouble(Spot::longitude).min().orElse(0);
        this.north = outline.stream().mapToDouble(Spot::latitude).max().orElse(0);
        double east = outline.stream().mapToDouble(Spot::longitude).max().orElse(1);
        double south = outline.stream().mapToDouble(Spot::latitude).min().orElse(1);
        this.scale = (WIDTH - 2 * MARGIN) / ((east - west) * NARROWER);
        this.height = (north - south) * scale + 2 * MARGIN;
    }

    static DistrictMap ofResources() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DistrictMap.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            return new DistrictMap(file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
    }

    /** The map with the tip on it: at the spot the citizen sent, else at its station; words where neither is on the map. */
    Markup with(Optional<Spot> sent, Optional<Thana> thana, Phrases phrases) {
        Optional<Spot> spot = sent.filter(this::isOnIt);
        Optional<Spot> shown = spot.or(() -> thana.map(Thana::name).map(stations::get));
        String words = spot.isPresent()
                ? phrases.of("map.spot")
                : shown.isPresent() ? phrases.of("map.station") : without(thana, phrases);
        Element svg = Element.of("svg", "map", new Markup[0])
                .with("viewBox", "0 0 " + number(WIDTH) + " " + number(height))
                .with("role", "img")
                .with("aria-label", words)
                .add(Element.of("path", "outline", new Markup[0]).with("d", path()));
        stations.forEach((name, at) -> svg.add(dot(at, "station", 3))
                .add(label(name, at, thana.map(Thana::name).filter(name::equals).isPresent())));
        shown.ifPresent(at -> svg.add(dot(at, "pin-ring", 9)).add(dot(at, "pin", 4)));
        return Element.of("figure", "place", svg, Element.of("figcaption", "hint", words));
    }

    /** The tip's station may be one whose place nobody has written down yet. */
    private static String without(Optional<Thana> thana, Phrases phrases) {
        return thana.map(station -> phrases.of("map.no-station", station.name()))
                .orElseGet(() -> phrases.of("map.unknown"));
    }

    private boolean isOnIt(Spot spot) {
        double x = x(spot);
        double y = y(spot);
        return x >= 0 && x <= WIDTH && y >= 0 && y <= height;
    }

    private String path() {
        return outline.stream()
                .map(spot -> number(x(spot)) + " " + number(y(spot)))
                .collect(Collectors.joining(" L", "M", " Z"));
    }

    private Element dot(Spot at, String classes, int radius) {
        return Element.of("circle", classes, new Markup[0])
                .with("cx", number(x(at)))
                .with("cy", number(y(at)))
                .with("r", Integer.toString(radius));
    }

    private Element label(String name, Spot at, boolean here) {
        boolean right = x(at) < WIDTH * 0.6;
        // beside the ring, not under it
        double away = here ? 12 : 6;
        return Element.of("text", here ? "name here" : "name", name)
                .with("x", number(x(at) + (right ? away : -away)))
                .with("y", number(y(at) + 3))
                .with("text-anchor", right ? "start" : "end");
    }

    private double x(Spot spot) {
        return MARGIN + (spot.longitude() - west) * NARROWER * scale;
    }

    private double y(Spot spot) {
        return MARGIN + (north - spot.latitude()) * scale;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
