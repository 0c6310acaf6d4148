package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Place;
import in.suchna.tip.Thana;
import java.util.Map;
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
    void aStationsGroundEndsEightKilometresFromItWhicheverWay() {
        StationMap one = new StationMap(Map.of(new Thana("Kurud"), new Place(20, 81)));
        // 8 km are 0.0719 degrees north or south, and 0.0766 east or west at this latitude
        for (int way : new int[] {-1, 1}) {
            assertThat(one.near(20 + way * 0.0715, 81)).isPresent();
            assertThat(one.near(20 + way * 0.0724, 81)).isEmpty();
            assertThat(one.near(20, 81 + way * 0.0761)).isPresent();
            assertThat(one.near(20, 81 + way * 0.0771)).isEmpty();
        }
    }

    @Test
    void aPlaceFarFromAllIsNobodysForCertain() {
        assertThat(stations.near(21.2514, 81.6296)).isEmpty();
        assertThat(stations.near(0, 0)).isEmpty();
        assertThat(stations.near(Double.NaN, 81)).isEmpty();
        assertThat(stations.near(1e9, -1e9)).isEmpty();
    }
}
