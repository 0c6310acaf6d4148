package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.tip.Thana;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @Test
    void everyPlaceIsOfAStationOfTheDistrict() {
        assertThat(Place.ofStations().keySet())
                .isNotEmpty()
                .isSubsetOf(District.ofResources().stations());
    }

    @Test
    void eachStationHasTheSdopAboveItWhoStandsInTheDistrictsFile() {
        District district = District.ofResources();
        for (Thana station : district.stations()) {
            assertThat(district.unitOf(Post.SDOP, Optional.of(station)))
                    .hasValueSatisfying(unit -> assertThat(district.units()).contains(unit));
        }
        assertThat(district.unitOf(Post.SDOP, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kurud", "Kurud,north,east", "Kurud,20.1", ""})
    void aBrokenLineIsNamed(String line) {
        assertThatThrownBy(() -> Place.read(line, new HashMap<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
