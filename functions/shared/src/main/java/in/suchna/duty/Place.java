package in.suchna.duty;

import in.suchna.tip.Thana;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a station stands.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Place(double latitude, double longitude) {
    private static final String FILE = "places.csv";

    /** The stations whose place is known for certain, by the resource {@code places.csv}. */
    public static Map<Thana, Place> ofStations() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Place.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            Map<Thana, Place> places = new LinkedHashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> read(line, places));
            return Collections.unmodifiableMap(places);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
    }

    /** @throws IllegalArgumentException if the line is no place of a station */
    static void read(String line, Map<Thana, Place> places) {
        String[] parts = line.split(",", 3);
        try {
            places.put(new Thana(parts[0]), new Place(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(FILE + ": want 'name,latitude,longitude', not '" + line + "'", e);
        }
    }
}
