package in.suchna.intake.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatesTest {

    private final Ear ear = new Ear(new Folding(Lines.ofResource("spellings.txt")));

    @ParameterizedTest
    @CsvSource({
        "gaadi cg 05 ab 1234 hai, CG05AB1234",
        "CG05AB1234, CG05AB1234",
        "cg-05-ab-1234, CG05AB1234",
        "CG05/AB/1234, CG05AB1234",
        "सीजी 05 एबी 1234, CG05AB1234",
        "सीजी०५एबी१२३४, CG05AB1234",
        "सी जी 0 5 ए बी 1 2 3 4, CG05AB1234",
        "cg 5 f 4410 bike, CG05F4410",
        "OD 02 X 0312, OD02X0312",
        "सीजी जीरो पांच ए एक दो तीन चार, CG05A1234",
        "22 BH 4321 AA, 22BH4321AA",
        "gaadi 22 BH 4321 A thi, 22BH4321A",
        "cg 05 1234, CG051234",
        "cg 05 ab 123, CG05AB123",
        "CG 05 ABC 1234, CG05ABC1234",
        "सीजी ०५ एबीसी १२३४, CG05ABC1234",
        "सी जी 0 5 ए बी सी 1 2 3 4, CG05ABC1234"
    })
    void aNumberPlateIsReadInAnySpelling(String text, String plate) {
        assertThat(Plates.findIn(ear.hear(text))).contains(plate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up 2 se 4000 rupaye",
                "9155550123",
                "mp 10 din pehle",
                "AB 05 CD 1234",
                "otp 123456",
                "do log",
                "cg 05 123",
                "cg 05 ab 12",
                "cg 05 abcd 1234",
                "cg 05 se 1234",
                "सीजी ०५ एबीसीडी १२३४",
                "lal gaadi hai",
                ""
            })
    void whatOnlyLooksLikeOneIsNone(String text) {
        assertThat(Plates.findIn(ear.hear(text))).isEmpty();
    }

    @Test
    void theFirstOfSeveralCounts() {
        assertThat(Plates.findIn(ear.hear("CG04AA1111 ke peeche CG05BB2222"))).contains("CG04AA1111");
    }
}
