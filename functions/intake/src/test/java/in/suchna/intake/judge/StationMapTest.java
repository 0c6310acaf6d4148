package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Place;
import in.suchna.tip.Thana;
import org.junit.jupiter.api.Test;

class StationMapTest {
    private final StationMap stations = new StationMap(Place.ofStations());

    @Test
    void aPlaceBesideAStationIsThatStations() {
        assertThat(stations.near(20.832, 81.72)).contains(new Thana("Kurud"));
        assertThat(stations.near(20.32, 81.92)).contains(new Thana("Sihawa"));
    }

    @Test
    void betweenTwoStationsTheNearerOneHasIt() {
        assertThat(stations.near(20.700, 81.549)).contains(new Thana("City Kotwali"));
        assertThat(stations.near(20.672, 81.552)).contains(new Thana("Rudri"));
    }

    @Test
    void aPlaceFarFromAllIsNobodysForCertain() {
        assertThat(stations.near(21.2514, 81.6296)).isEmpty();
        assertThat(stations.near(0, 0)).isEmpty();
        assertThat(stations.near(Double.NaN, 81)).isEmpty();
        assertThat(stations.near(1e9, -1e9)).isEmpty();
    }
}
