package in.suchna.acknowledge;

import static in.suchna.acknowledge.Phone.BEGIN;
import static in.suchna.acknowledge.Phone.KURUD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Links;
import in.suchna.duty.Unit;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.tip.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgeTest {
    private static final String OFFICER = "kurud-si-1";
    private static Phone phone = new Phone();

    @BeforeAll
    static void switchOn() {
        phone.close();
        phone = new Phone();
    }

    @AfterAll
    static void switchOff() {
        phone.close();
    }

    @BeforeEach
    void begin() {
        phone.itIs(BEGIN);
        phone.aws.calls().failBy(Fault.NONE);
    }

    private static String html(JsonNode answer) {
        return answer.path("body").asText();
    }

    @Test
    void aGetShowsTheTipInBothLanguagesAndAcknowledgesNothing() {
        Climb climb = phone.climb(Priority.HIGH);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));
        JsonNode page = phone.open(token);

        assertThat(page.path("statusCode").asInt()).isEqualTo(200);
        assertThat(html(page))
                .contains(climb.reference().text(), "गंभीर / HIGH", "Kurud")
                .contains("मैं जा रहा/रही हूँ / On my way", "मिल गया / Acknowledge")
                .doesNotContain("<script");
        ObjectNode head = Phone.request("HEAD", token);
        for (int i = 0; i < 3; i++) {
            phone.open(token);
            phone.call(head);
        }
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.CLIMBING);
        assertThat(phone.alerts().of(climb.reference()))
                .extracting(Alert::state)
                .containsOnly(AlertState.PENDING);
    }

    @Test
    void nobodyMayKeepThePageOrBeToldOfIt() {
        JsonNode headers = phone.open("0".repeat(13)).path("headers");
        assertThat(headers.path("cache-control").asText()).isEqualTo("no-store");
        assertThat(headers.path("referrer-policy").asText()).isEqualTo("no-referrer");
        assertThat(headers.path("content-security-policy").asText())
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void aPressOfAcknowledgeStopsAHighTipAndTwiceIsNoHarm() {
        Climb climb = phone.climb(Priority.HIGH);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));

        assertThat(html(phone.press(token, "HAVE"))).contains("Nobody else is called");
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.ACKNOWLEDGED);
        assertThat(html(phone.press(token, "HAVE"))).contains("Officers have this tip already");
        assertThat(html(phone.open(token)))
                .contains("Officers have this tip already")
                .doesNotContain("<form");
    }

    @Test
    void aCriticalTipNeedsOneOfTheStationAndOneOfTheControlRoom() {
        Climb climb = phone.climb(Priority.CRITICAL);
        String station = phone.token(climb, OFFICER, Unit.of(KURUD));
        String room = phone.token(climb, "control-asi-1", Unit.CONTROL_ROOM);

        assertThat(html(phone.press(station, "HAVE"))).contains("one more officer");
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.CLIMBING);
        // what is left to say for who has said it
        assertThat(html(phone.open(station))).contains("On my way").doesNotContain("value=\"HAVE\"");
        assertThat(html(phone.press(room, "HAVE"))).contains("Nobody else is called");
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.ACKNOWLEDGED);
    }

    @Test
    void oneWhoIsOnTheWayIsEnoughForACriticalTip() {
        Climb climb = phone.climb(Priority.CRITICAL);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));

        phone.press(token, "HAVE");
        assertThat(html(phone.press(token, "COMING"))).contains("Nobody else is called");
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.ACKNOWLEDGED);
    }

    @Test
    void aForgedLinkSaysTheSameWhetherThereIsSuchATipOrNot() {
        Climb climb = phone.climb(Priority.HIGH);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));
        char last = token.charAt(token.length() - 1);
        String near = token.substring(0, token.length() - 1) + (last == 'x' ? 'y' : 'x');
        assertThat(Links.referenceIn(near)).contains(climb.reference());

        JsonNode ofATip = phone.press(near, "COMING");
        JsonNode ofNone = phone.press("1111111111111", "COMING");
        JsonNode ofNothing = phone.press("../../etc", "COMING");
        assertThat(ofATip.path("statusCode").asInt()).isEqualTo(404);
        assertThat(ofATip).isEqualTo(ofNone).isEqualTo(ofNothing);
        assertThat(html(ofATip)).contains("This link is not right");
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.CLIMBING);
        assertThat(phone.log()).contains("\"LinksRefused\":1").doesNotContain(near);
    }

    @Test
    void aLinkOfYesterdayHasEnded() {
        Climb climb = phone.climb(Priority.HIGH);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));
        phone.itIs(BEGIN.plus(Links.VALID).minus(Duration.ofMillis(1)));
        assertThat(phone.open(token).path("statusCode").asInt()).isEqualTo(200);
        phone.itIs(BEGIN.plus(Links.VALID));

        JsonNode page = phone.press(token, "COMING");
        assertThat(page.path("statusCode").asInt()).isEqualTo(410);
        assertThat(html(page))
                .contains("too old")
                .doesNotContain(climb.reference().text());
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.CLIMBING);
    }

    @Test
    void aLinkFromBeforeTheTipRoseLeadsToTheNewerSms() {
        Climb before = phone.climb(Priority.HIGH);
        String old = phone.token(before, OFFICER, Unit.of(KURUD));
        Climb risen = phone.climb(Priority.CRITICAL, before.reference(), 1);

        assertThat(html(phone.press(old, "COMING"))).contains("newer SMS");
        assertThat(phone.stateOf(risen)).isEqualTo(ClimbState.CLIMBING);
        assertThat(html(phone.press(phone.token(risen, OFFICER, Unit.of(KURUD)), "COMING")))
                .contains("Nobody else is called");
    }

    @Test
    void aClosedTipHasNothingToPress() {
        Climb climb = phone.climb(Priority.HIGH);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));
        phone.climbs().save(climb.endedAs(ClimbState.CLOSED), Optional.empty());

        assertThat(html(phone.press(token, "HAVE")))
                .contains("This tip is closed")
                .doesNotContain("<form");
    }

    @Test
    void onlyThePagesOwnFormIsTaken() {
        Climb climb = phone.climb(Priority.HIGH);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));
        for (ObjectNode wrong : List.of(
                Phone.request("POST", token),
                Phone.request("POST", token).put("body", "word=YES&words=HAVE"),
                Phone.request("DELETE", token))) {
            assertThat(phone.call(wrong).path("statusCode").asInt()).isEqualTo(400);
        }
        assertThat(phone.stateOf(climb)).isEqualTo(ClimbState.CLIMBING);
    }

    @Test
    void aFaultIsToldAndNothingSaidToBeNoted() {
        Climb climb = phone.climb(Priority.HIGH);
        String token = phone.token(climb, OFFICER, Unit.of(KURUD));
        phone.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                throw Fault.timeout();
            }
        });

        JsonNode page = phone.press(token, "HAVE");
        assertThat(page.path("statusCode").asInt()).isEqualTo(500);
        assertThat(html(page)).contains("may not be noted");
        assertThat(phone.log()).doesNotContain(token);
    }
}
