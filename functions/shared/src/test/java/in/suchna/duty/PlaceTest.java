package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
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

    @ParameterizedTest
    @ValueSource(strings = {"Kurud", "Kurud,north,east", "Kurud,20.1", ""})
    void aBrokenLineIsNamed(String line) {
        assertThatThrownBy(() -> Place.read(line, new HashMap<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
