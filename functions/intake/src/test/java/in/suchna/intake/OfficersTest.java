package in.suchna.intake;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.CitizenId;
import in.suchna.duty.AlertState;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Unit;
import in.suchna.outbox.Outgoing;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficersTest {
    private static final String OFFICER = "kurud-si-1";
    private final Desk desk = new Desk();
    private int n;

    @BeforeAll
    void muster() {
        desk.officers(Map.of(new CitizenId("officers-phone"), OFFICER, new CitizenId("another-phone"), "nagri-si-1"));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @BeforeEach
    void empty() {
        desk.empty();
    }

    private Tip urgentTip() {
        desk.hears(desk.message("tip" + n++, "citizen", "kurud me chaku maar raha hai"));
        Tip tip = desk.onlyTip();
        desk.called(tip, OFFICER, new Unit("Kurud"));
        return tip;
    }

    private String says(String words) {
        String id = "officer" + n++;
        desk.hears(desk.message(id, "officers-phone", words));
        return answerTo(id);
    }

    private String answerTo(String id) {
        return String.join(
                "|",
                desk.outbox().stream()
                        .filter(row -> row.id().equals("officer-answer-" + id + ".0") && Outgoing.isOfficers(row.id()))
                        .map(Outgoing::payload)
                        .toList());
    }

    @Test
    void anOfficersWordStopsTheLadderAndBecomesNoTip() {
        Tip tip = urgentTip();
        assertThat(says("ACK " + tip.reference() + " coming")).contains("Nobody else is called");

        assertThat(desk.climbs().find(tip.reference(), 0))
                .hasValueSatisfying(climb -> assertThat(climb.state()).isEqualTo(ClimbState.ACKNOWLEDGED));
        assertThat(desk.alerts().of(tip.reference()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED));
        assertThat(desk.onlyTip()).isEqualTo(tip);
        assertThat(desk.citizens().find(new CitizenId("officers-phone"))).isEmpty();
    }

    @Test
    void anOfficerKnownByAnAliasIsOneToo() {
        urgentTip();
        desk.hears(desk.alsoKnown("alias", "a-user-id", List.of("officers-phone"), "Jai Hind"));
        assertThat(answerTo("alias")).contains("police roster");
        assertThat(desk.tips()).hasSize(1);
    }

    @Test
    void anOfficerWhoHidesTheNumberLaterIsKnownByTheUserIdItWasSeenWith() {
        Tip tip = urgentTip();
        desk.hears(desk.showing("shown", "user-a", "officers-phone", "Jai Hind"));
        assertThat(desk.callsOf(() -> desk.hears(desk.showing("again", "user-a", "officers-phone", "Jai Hind"))))
                .as("the same account is noted once")
                .isEqualTo(Map.of("dynamodb:TransactWriteItems", 1L));
        desk.hears(desk.message("hidden", "user-a", "ACK " + tip.reference()));
        assertThat(answerTo("hidden")).contains(tip.reference().text());
        assertThat(desk.alerts().of(tip.reference()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED));
        assertThat(desk.rollcall().users()).containsEntry(new CitizenId("officers-phone"), new CitizenId("user-a"));
    }

    @Test
    void aUserIdIsNoOfficersOnceTheNumberHasAnotherOrLeftTheRoster() {
        desk.hears(desk.showing("first", "user-old", "another-phone", "Jai Hind"));
        desk.hears(desk.showing("new", "user-new", "another-phone", "Jai Hind"));
        desk.hears(desk.message("old", "user-old", "jua chal raha hai"));
        assertThat(desk.onlyTip().citizen()).isEqualTo(new CitizenId("user-old"));

        desk.officers(Map.of(new CitizenId("officers-phone"), OFFICER));
        desk.officers(Map.of(new CitizenId("officers-phone"), OFFICER, new CitizenId("another-phone"), "nagri-si-1"));
        assertThat(desk.rollcall().users())
                .as("a number that comes back does not bring its user id along")
                .doesNotContainKey(new CitizenId("another-phone"));
    }

    @Test
    void aUserIdTakenToAnotherNumberIsACitizens() {
        desk.hears(desk.showing("before", "user-b", "officers-phone", "Jai Hind"));
        desk.hears(desk.showing("after", "user-b", "a-new-number", "jua chal raha hai"));
        assertThat(desk.tips()).hasSize(1);
    }

    @Test
    void anOfficersMessageDoesNotWaitForTheNote() {
        desk.failsToPut();
        desk.hears(desk.showing("unnoted", "user-c", "officers-phone", "Jai Hind"));
        assertThat(answerTo("unnoted")).contains("police roster");
        assertThat(desk.log()).contains("officer-account-not-noted");
    }

    @Test
    void whoWasToldMayReadTheTipAndReportAndNobodyElse() {
        Tip tip = urgentTip();
        assertThat(says(tip.reference() + " kya hai"))
                .contains("kurud me chaku")
                .doesNotContain("citizen");
        desk.hears(desk.message("other", "another-phone", tip.reference() + " kya hai"));
        desk.hears(desk.message("none", "another-phone", "7K3QM9T kya hai"));
        assertThat(answerTo("other")).contains("You were not told").doesNotContain("chaku");

        assertThat(says(tip.reference() + " done do log pakde")).contains("Action noted");
        assertThat(desk.onlyTip().status()).isEqualTo(Status.ACTION_TAKEN);
        assertThat(desk.timelineOf(tip))
                .filteredOn(entry -> entry.what().equals("done"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content()).contains("do log pakde", OFFICER));
        desk.hears(desk.message("otherdone", "another-phone", tip.reference() + " done"));
        assertThat(answerTo("otherdone")).contains("You were not told");
    }

    @Test
    void aMessageToldTwiceIsAnsweredOnce() {
        Tip tip = urgentTip();
        var message = desk.message("twice", "officers-phone", tip.reference() + " done");
        desk.hears(message);
        desk.tells(message);
        assertThat(desk.outbox()).filteredOn(row -> row.id().contains("twice.")).hasSize(1);
        assertThat(desk.timelineOf(tip))
                .filteredOn(entry -> entry.what().equals("done"))
                .hasSize(1);
    }

    @Test
    void anOfficersOwnTipIsATipAsAnyCitizens() {
        says("tip: Bazar me jua chal raha hai");
        assertThat(desk.onlyTip().text()).isEqualTo("Bazar me jua chal raha hai");
        assertThat(desk.onlyTip().citizen()).isEqualTo(new CitizenId("officers-phone"));
    }

    @Test
    void aCitizensMessageWaitsForNoReadOfTheOfficers() {
        desk.hears(desk.message("first", "citizen-a", "jua chal raha hai"));
        desk.forgetCalls();
        desk.hears(desk.message("second", "citizen-b", "jua chal raha hai"));
        // the citizen's own row, and no other
        assertThat(desk.calls().get("dynamodb:GetItem")).isEqualTo(1);
    }
}
