package in.suchna.alert;

import static in.suchna.alert.Night.KURUD;
import static in.suchna.alert.Night.OF_KURUD;
import static in.suchna.alert.Night.OF_SP;
import static in.suchna.alert.Night.always;
import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Unit;
import in.suchna.seal.Pepper;
import in.suchna.store.Officers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosteringTest {

    @Test
    void officersAreNotedUnderTheIdTheirMessagesComeUnderAndWhoLeftIsACitizenAgain() {
        try (Night night = new Night()) {
            night.begin();
            night.roster().replaceBy(List.of(always(Unit.of(KURUD), OF_KURUD), always(Unit.SP_OFFICE, OF_SP)));
            night.rostering("{\"sweep\":\"roster\"}");
            Pepper pepper = new Pepper(night.secret("PEPPER").getBytes(StandardCharsets.UTF_8));
            Officers officers = new Officers(night.aws.dynamo(), night.aws.table("Officers"));
            assertThat(officers.all())
                    .isEqualTo(Map.of(
                            pepper.citizen("915555000101"), OF_KURUD.id(), pepper.citizen("915555000105"), OF_SP.id()));

            night.roster().replaceBy(List.of(always(Unit.SP_OFFICE, OF_SP)));
            night.rostering("{\"Records\":[]}");
            assertThat(officers.all()).containsOnlyKeys(pepper.citizen("915555000105"));
            assertThat(night.journal()).contains("officers-noted").doesNotContain("5555");
        }
    }
}
