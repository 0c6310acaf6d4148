package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {

    @ParameterizedTest
    @CsvSource({
        "mgrlod, mgrlod",
        "mgrlod, mgrld",
        "mgrlod, mgrlodd",
        "mgrlod, mkrlod",
        "mgrlod, grlod",
        "mgrlod, amgrlod",
        "mgrlod, mgrlok",
        "mgrlod, mgrlo",
        "a, ''",
        "a, b"
    })
    void aLetterMoreLessOrOtherAnywhereIsOneSlip(String one, String other) {
        assertThat(Distance.isOneEdit(one, other)).isTrue();
        assertThat(Distance.isOneEdit(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mgrlod, mgrl",
        "mgrlod, mkrlot",
        "mgrlod, gmrlod",
        "mgrlod, mgrloddd",
        "mgrlod, grlodx",
        "mgrlod, mgxod",
        "mgrlod, kmgrlot",
        "abc, xbcd",
        "ab, ''",
        "mgrlod, bhkhra"
    })
    void twoSlipsAreAnotherName(String one, String other) {
        assertThat(Distance.isOneEdit(one, other)).isFalse();
        assertThat(Distance.isOneEdit(other, one)).isFalse();
    }
}
