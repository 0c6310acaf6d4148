package in.suchna.alert;

import static in.suchna.alert.Night.KURUD;
import static in.suchna.alert.Night.OF_KURUD;
import static in.suchna.alert.Night.OF_SP;
import static in.suchna.alert.Night.always;
import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.CitizenId;
import in.suchna.duty.Unit;
import in.suchna.seal.Pepper;
import in.suchna.store.Officers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
            assertThat(officers.all().officers())
                    .isEqualTo(Map.of(
                            pepper.citizen("915555000101"), OF_KURUD.id(), pepper.citizen("915555000105"), OF_SP.id()));

            night.roster().replaceBy(List.of(always(Unit.SP_OFFICE, OF_SP)));
            night.rostering("{\"Records\":[]}");
            assertThat(officers.all().officers()).containsOnlyKeys(pepper.citizen("915555000105"));
            assertThat(night.journal()).contains("officers-noted").doesNotContain("5555");
        }
    }

    @Test
    void aReceiptTellsTheUserIdOfAnOfficersNumberAndItGoesWithTheNumber() {
        try (Night night = new Night()) {
            night.begin();
            night.roster().replaceBy(List.of(always(Unit.of(KURUD), OF_KURUD), always(Unit.SP_OFFICE, OF_SP)));
            night.rostering("{\"sweep\":\"roster\"}");
            Pepper pepper = new Pepper(night.secret("PEPPER").getBytes(StandardCharsets.UTF_8));
            Officers officers = new Officers(night.aws.dynamo(), night.aws.table("Officers"));
            CitizenId number = pepper.officer(OF_KURUD.number());
            night.rostering(receipts(number.text() + " user-of-kurud", "a-strangers-number user-of-a-stranger"));
            assertThat(officers.all().users()).isEqualTo(Map.of(number, new CitizenId("user-of-kurud")));

            night.aws.calls().reset();
            night.rostering(receipts(number.text() + " user-of-kurud"));
            assertThat(night.aws.calls().of("Rostering")).isEqualTo(Map.of("dynamodb:GetItem", 1L));

            night.rostering("{\"Records\":[]}");
            assertThat(officers.all().users()).containsOnlyKeys(number);
            night.roster().replaceBy(List.of(always(Unit.SP_OFFICE, OF_SP)));
            night.rostering("{\"Records\":[]}");
            assertThat(officers.all().users()).isEmpty();
        }
    }

    private static String receipts(String... accounts) {
        return Arrays.stream(accounts).map("""
                        {"eventName":"INSERT","dynamodb":{"SequenceNumber":"1","NewImage":{"account":{"S":"%s"}}}}\
                        """::formatted).collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }
}
