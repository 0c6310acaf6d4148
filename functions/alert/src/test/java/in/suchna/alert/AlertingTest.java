package in.suchna.alert;

import static in.suchna.alert.Night.CONTROL_ROOM_NUMBER;
import static in.suchna.alert.Night.KURUD;
import static in.suchna.alert.Night.OF_CONTROL_ROOM;
import static in.suchna.alert.Night.OF_KURUD;
import static in.suchna.alert.Night.OF_SDOP;
import static in.suchna.alert.Night.OF_SP;
import static in.suchna.alert.Night.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.duty.AlertState;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.journal.Journal;
import in.suchna.surroundings.Settings;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertingTest {
    private final Night night = Night.shared();

    @BeforeEach
    void begin() {
        night.begin();
    }

    @Test
    void anUrgentTipWakesTheOfficerOnCallOfItsThana() {
        Tip tip = night.tip(Priority.HIGH);
        assertThat(night.tell(tip).get("batchItemFailures")).isEmpty();

        assertThat(night.sms()).singleElement().satisfies(sms -> {
            assertThat(sms.phone()).isEqualTo(OF_KURUD.number());
            assertThat(sms.text())
                    .matches(
                            "SUCHNA HIGH tip %1$s, thana Kurud\\. Open https://localhost:3000/a/[0-9A-Za-z]{13} or WhatsApp ACK %1$s\\. Control Room"
                                    .formatted(tip.reference()));
        });
        assertThat(night.alertsOf(tip))
                .singleElement()
                .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.SENT));
        assertThat(night.journal()).containsOnlyOnce("\"AlertsSent\":1");
    }

    @Test
    void anSmsHasTheAttributesThatIndiaAsksFor() {
        night.tell(night.tip(Priority.HIGH));
        Map<String, String> settings = night.aws.settingsOf("Alert").variables();

        assertThat(night.sms())
                .singleElement()
                .satisfies(sms -> assertThat(sms.attributes())
                        .containsOnly(
                                Map.entry("AWS.SNS.SMS.SenderID", settings.getOrDefault("SMS_SENDER_ID", "")),
                                Map.entry("AWS.SNS.SMS.SMSType", "Transactional"),
                                Map.entry("AWS.MM.SMS.EntityId", settings.getOrDefault("DLT_ENTITY_ID", "")),
                                Map.entry("AWS.MM.SMS.TemplateId", settings.getOrDefault("DLT_TEMPLATE_ID", ""))));
    }

    @Test
    void aCriticalTipWakesTheThanaAndTheControlRoom() {
        night.tell(night.tip(Priority.CRITICAL));
        assertThat(night.numbers()).containsExactlyInAnyOrder(OF_KURUD.number(), OF_CONTROL_ROOM.number());
    }

    @Test
    void aTipOfNoKnownThanaGoesToTheControlRoom() {
        night.tell(night.tip(Priority.HIGH, Category.VIOLENCE, Optional.empty()));

        assertThat(night.sms()).singleElement().satisfies(sms -> {
            assertThat(sms.phone()).isEqualTo(OF_CONTROL_ROOM.number());
            assertThat(sms.text()).contains("thana not known");
        });
        assertThat(night.journal()).doesNotContain("NobodyOnCall");
    }

    @Test
    void whereNobodyIsOnCallTheControlRoomIsToldAndASignalCounted() {
        night.roster().replaceBy(List.of(always(Unit.CONTROL_ROOM, OF_CONTROL_ROOM)));
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.tell(tip);

        assertThat(night.numbers()).containsExactly(OF_CONTROL_ROOM.number());
        assertThat(night.journal().lines())
                .filteredOn(line -> line.contains("\"NobodyOnCall\":1"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).contains(tip.reference().text(), "\"unit\":\"Kurud\"", "\"rung\":0"));
    }

    @Test
    void aComplaintAgainstPoliceIsToldToTheSpsOfficeEvenWhenNobodyThereIsOnCall() {
        Shift otherDays = new Shift(
                Unit.SP_OFFICE, OF_SP, EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(10, 0), LocalTime.of(18, 0));
        night.roster().replaceBy(List.of(otherDays, always(Unit.CONTROL_ROOM, OF_CONTROL_ROOM)));
        night.tell(night.tip(Priority.HIGH, Category.POLICE_CONDUCT, Optional.of(KURUD)));
        assertThat(night.numbers()).containsExactly(OF_SP.number());
        assertThat(night.journal()).contains("\"NobodyOnCall\":1");
    }

    @Test
    void aComplaintThatOnlyTheStationItNamesCouldHearIsAnAlarmAndNoSms() {
        Officer alsoControlRoom = new Officer("kurud-hc-9", "HC Invented Yadav", CONTROL_ROOM_NUMBER);
        night.roster().replaceBy(List.of(always(Unit.of(KURUD), alsoControlRoom)));
        night.tell(night.tip(Priority.HIGH, Category.POLICE_CONDUCT, Optional.of(KURUD)));
        night.pass(31);

        assertThat(night.sms()).isEmpty();
        assertThat(night.journal()).contains("\"AlertsFailed\":1", "\"NobodyOnCall\":1", "\"LaddersExhausted\":1");
    }

    @Test
    void anEmptyRosterIsNeverSilence() {
        night.roster().replaceBy(List.of());
        night.tell(night.tip(Priority.CRITICAL));

        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        for (Unit unit : List.of(Unit.of(KURUD), Unit.CONTROL_ROOM)) {
            assertThat(night.journal().lines())
                    .as("a signal for %s", unit.name())
                    .anyMatch(line -> line.contains("\"NobodyOnCall\":1") && line.contains('"' + unit.name() + '"'));
        }
    }

    @Test
    void aControlRoomWithNobodyOnCallIsASignalToo() {
        night.roster().replaceBy(List.of());
        night.tell(night.tip(Priority.HIGH));

        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        assertThat(night.journal().lines())
                .anyMatch(line -> line.contains("\"NobodyOnCall\":1") && line.contains(Unit.CONTROL_ROOM.name()));
    }

    @Test
    void aTipTheStreamTellsTwiceWakesNobodyTwice() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        night.tell(tip);
        night.sweep();
        assertThat(night.sms()).hasSize(2);
    }

    @Test
    void aChangeThatIsNoRiseWakesNobody() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.tell(night.alerting(), tip, night.changed(tip, Priority.HIGH, 0, Status.READ));
        assertThat(night.sms()).hasSize(1);
    }

    @Test
    void aRiseWakesOfficersAnew() {
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        Tip risen = night.changed(tip, Priority.CRITICAL, 1, Status.NEW);
        night.tell(night.alerting(), tip, risen);
        night.tell(night.alerting(), tip, risen);

        assertThat(night.numbers())
                .containsExactlyInAnyOrder(OF_KURUD.number(), OF_KURUD.number(), OF_CONTROL_ROOM.number());
    }

    @Test
    void aTipThatBecomesUrgentWakesOfficers() {
        Tip tip = night.tip(Priority.NORMAL);
        night.tell(night.alerting(), tip, night.changed(tip, Priority.HIGH, 1, Status.NEW));
        night.tell(night.alerting(), tip, night.changed(tip, Priority.HIGH, 1, Status.NEW));
        assertThat(night.numbers()).containsExactly(OF_KURUD.number());
    }

    @Test
    void aDrugTipIsCopiedToTheSdopAtOnce() {
        Tip tip = night.tip(Priority.HIGH, Category.LIQUOR_NARCOTICS, Optional.of(KURUD));
        night.tell(tip);

        assertThat(night.numbers()).containsExactlyInAnyOrder(OF_KURUD.number(), OF_SDOP.number());
        assertThat(night.alertsOf(tip))
                .allSatisfy(alert -> assertThat(alert.createdAt()).isEqualTo(night.clock.instant()));
    }

    @Test
    void aComplaintAgainstPoliceGoesToTheSpsOfficeAlone() {
        night.tell(night.tip(Priority.CRITICAL, Category.POLICE_CONDUCT, Optional.of(KURUD)));
        night.pass(40);
        assertThat(night.numbers()).doesNotContain(OF_KURUD.number()).startsWith(OF_SP.number());
    }

    @Test
    void aComplaintAgainstPoliceReachesTheControlRoomWhenTheSpsOfficeHasNobody() {
        night.roster().replaceBy(List.of(always(Unit.of(KURUD), OF_KURUD)));
        night.tell(night.tip(Priority.HIGH, Category.POLICE_CONDUCT, Optional.of(KURUD)));
        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        assertThat(night.journal()).contains("NobodyOnCall");
    }

    @Test
    void aComplaintAgainstPoliceNeverReachesAPhoneOfTheStationItNames() {
        Officer alsoControlRoom = new Officer("kurud-hc-9", "HC Invented Yadav", CONTROL_ROOM_NUMBER);
        night.roster()
                .replaceBy(List.of(
                        always(Unit.of(KURUD), alsoControlRoom),
                        always(Unit.SP_OFFICE, alsoControlRoom),
                        always(Unit.CONTROL_ROOM, OF_CONTROL_ROOM)));
        night.tell(night.tip(Priority.HIGH, Category.POLICE_CONDUCT, Optional.of(KURUD)));
        night.pass(40);
        assertThat(night.numbers()).containsOnly(OF_CONTROL_ROOM.number());
    }

    @Test
    void nothingOfATipsContentSenderOrOfficersIsLogged() {
        night.roster().replaceBy(List.of(always(Unit.of(KURUD), OF_KURUD)));
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        night.pass(20);

        String tables = night.aws
                .dynamo()
                .scan(scan -> scan.tableName(night.aws.table("Alerts")))
                .items()
                .toString();
        assertThat(night.journal() + tables)
                .doesNotContain("+9155")
                .doesNotContain("Invented")
                .doesNotContain("chaku")
                .doesNotContain(tip.citizen().text());
        assertThat(night.sms().toString())
                .doesNotContain("chaku")
                .doesNotContain(tip.citizen().text());
    }

    @Test
    void aTextThatNoSmsCanCarryIsToldWhenTheFunctionIsBuilt() {
        Map<String, String> variables =
                new HashMap<>(night.aws.settingsOf("Alert").variables());
        variables.put("SMS_TEXT", "सूचना {#reference#}");
        assertThatThrownBy(() -> new Alerting(
                        new Settings(variables),
                        night.clock,
                        new Journal(System.out, night.clock, "alert"),
                        new SecureRandom(),
                        night.aws.dynamo(),
                        night.aws.sns(),
                        night.aws.ssm(),
                        night.aws.kms(),
                        _ -> {}))
                .isInstanceOf(SmsTextBroken.class)
                .hasMessageContaining("GSM-7");
    }
}
