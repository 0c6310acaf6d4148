package in.suchna.desk.tip;

import java.util.Optional;

/**
 * A place on the earth.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Spot(double latitude, double longitude) {

    static Optional<Spot> of(String latitude, String longitude) {
        try {
            Spot spot = new Spot(Double.parseDouble(latitude), Double.parseDouble(longitude));
            return Double.isFinite(spot.latitude + spot.longitude) ? Optional.of(spot) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
