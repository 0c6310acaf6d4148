package in.suchna.intake.judge;

import in.suchna.duty.Place;
import in.suchna.tip.Thana;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the station for a place on the map. */
final class StationMap {

    /** A place further from any station than this, in kilometres, is no station's for certain. */
    static final double FARTHEST_KM = 8;

    private static final double EARTH_KM = 6371;

    private final List<Station> stations;

    private record Station(Thana thana, double latitude, double longitude) {

        /** Kilometres, by the haversine. */
        double distanceTo(double otherLatitude, double otherLongitude) {
            double north = Math.toRadians(otherLatitude - latitude);
            double east = Math.toRadians(otherLongitude - longitude);
            double half = Math.pow(Math.sin(north / 2), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(otherLatitude))
                            * Math.pow(Math.sin(east / 2), 2);
            return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
        }
    }

    /** @param places where each station stands */
    StationMap(Map<Thana, Place> places) {
        this.stations = places.entrySet().stream()
                .map(one -> new Station(
                        one.getKey(), one.getValue().latitude(), one.getValue().longitude()))
                .toList();
    }

    /** The nearest station, if it is near; degrees that are none are near nothing. */
    Optional<Thana> near(double latitude, double longitude) {
        return stations.stream()
                .filter(station -> station.distanceTo(latitude, longitude) <= FARTHEST_KM)
                .min(Comparator.comparingDouble(station -> station.distanceTo(latitude, longitude)))
                .map(Station::thana);
    }
}
