package in.suchna.alert;

import static in.suchna.alert.Night.CONTROL_ROOM_NUMBER;
import static in.suchna.alert.Night.OF_KURUD;
import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Channel;
import in.suchna.tip.Priority;
import in.suchna.tip.Tip;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private final Night night = Night.shared();

    @BeforeEach
    void begin() {
        night.begin();
    }

    private static String line(String providerId, String status) {
        return Night.outcome(providerId, status, OF_KURUD.number());
    }

    private int logged(String messageType, String... lines) {
        return night.logged(messageType, lines);
    }

    private List<AlertState> states(Tip tip, String officer) {
        return night.alertsOf(tip).stream()
                .filter(alert -> alert.officerId().equals(officer))
                .map(Alert::state)
                .toList();
    }

    private String providerId(int sms) {
        return night.sms().get(sms).messageId();
    }

    @Test
    void anSmsThatIsDeliveredIsNotedAndTheLadderGoesOn() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        assertThat(logged("DATA_MESSAGE", line(providerId(0), "SUCCESS"))).isEqualTo(1);
        assertThat(states(tip, OF_KURUD.id())).containsExactly(AlertState.DELIVERED);
        assertThat(logged("DATA_MESSAGE", line(providerId(0), "SUCCESS"))).isZero();
        night.pass(10);
        assertThat(night.sms()).hasSize(2);
    }

    @Test
    void oneThatIsNotDeliveredIsToldToTheControlRoomAtOnceAndOnce() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        String failure = line(providerId(0), "FAILURE");
        logged("DATA_MESSAGE", failure);
        logged("DATA_MESSAGE", failure);

        assertThat(night.numbers()).containsExactly(OF_KURUD.number(), CONTROL_ROOM_NUMBER);
        assertThat(states(tip, OF_KURUD.id())).containsExactly(AlertState.FAILED);
        assertThat(night.journal()).containsOnlyOnce("\"AlertsFailed\":1").doesNotContain("5555");
    }

    @Test
    void whoHasTheTipNeedsNobodyInstead() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.acknowledgements().acknowledge(tip.reference(), OF_KURUD.id(), true, night.clock.instant(), Channel.LINK);
        logged("DATA_MESSAGE", line(providerId(0), "FAILURE"));
        assertThat(night.sms()).hasSize(1);
        assertThat(states(tip, OF_KURUD.id())).containsExactly(AlertState.ACKNOWLEDGED);
    }

    @Test
    void theControlRoomsOwnSmsThatFailsIsAnAlarm() {
        night.tell(night.tip(Priority.HIGH));
        logged("DATA_MESSAGE", line(providerId(0), "FAILURE"));
        logged("DATA_MESSAGE", line(providerId(1), "FAILURE"));
        assertThat(night.sms()).hasSize(2);
        assertThat(night.journal()).contains("\"officer\":\"control-room\"", "NotDelivered");
    }

    @Test
    void anOutcomeNobodyHasHeardOfIsNotedAndChangesNothing() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        logged("DATA_MESSAGE", line(providerId(0), "DREAMT"));
        assertThat(states(tip, OF_KURUD.id())).containsExactly(AlertState.SENT);
        assertThat(night.journal()).contains("outcome-unheard-of");
    }

    @Test
    void whatIsNoOutcomeOfOursChangesNothing() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        String ours = line(providerId(0), "FAILURE");
        assertThat(logged("CONTROL_MESSAGE", ours)).isZero();
        assertThat(logged("DATA_MESSAGE", line("another", "FAILURE"), "no json " + OF_KURUD.number(), "{}"))
                .isZero();
        assertThat(states(tip, OF_KURUD.id())).containsExactly(AlertState.SENT);
        assertThat(night.journal()).contains("outcome-unreadable").doesNotContain("5555");
    }
}
