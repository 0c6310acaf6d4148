package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Channel;
import in.suchna.duty.Unit;
import in.suchna.store.Alerts;
import in.suchna.store.Row;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

abstract class AlertsContract extends Contract {
    private static final String OFFICER = "kurud-si-1";
    private static final int PLENTY = 100;

    private final Alerts alerts;
    private final Reference tip = Invented.reference();
    private final Instant leaseEnd = now.plusSeconds(60);

    AlertsContract(Cloud cloud) {
        super(cloud);
        this.alerts = new Alerts(cloud.dynamo(), cloud.table("Alerts"), RETENTION);
    }

    private Alert alert(int raise, int rung, String officer) {
        return new Alert(
                tip,
                raise,
                rung,
                officer,
                new Unit("Kurud"),
                Priority.CRITICAL,
                Optional.of(new Thana("Kurud")),
                AlertState.PENDING,
                0,
                now,
                now.plusSeconds(30));
    }

    private Alert raised() {
        Alert alert = alert(0, 0, OFFICER);
        alerts.raise(alert);
        return alert;
    }

    private Alert asItStands() {
        return alerts.of(tip).getFirst();
    }

    private boolean isDueBy(Instant moment) {
        return alerts.due(moment, PLENTY).stream()
                .anyMatch(due -> due.reference().equals(tip));
    }

    private Row row() {
        return row(
                "Alerts",
                Map.of("tip", AttributeValue.fromS(tip.text()), "alert", AttributeValue.fromS("0#0#" + OFFICER)));
    }

    private boolean isEverDue() {
        return isDueBy(now.plusSeconds(80_000)) || row().optional("due").isPresent();
    }

    @Test
    void anAlertIsRaisedOnceForOneTipOfficerRungAndRaise() {
        assertThat(alerts.raise(alert(0, 0, OFFICER))).isTrue();
        assertThat(alerts.raise(alert(0, 0, OFFICER))).isFalse();
        assertThat(alerts.raise(alert(1, 0, OFFICER))).isTrue();
        assertThat(alerts.raise(alert(0, 1, OFFICER))).isTrue();
        assertThat(alerts.raise(alert(0, 0, "kurud-si-2"))).isTrue();
    }

    @Test
    void ofManyWhoRaiseOneAlertAtOnceOneIsTold() throws Exception {
        assertThat(Collections.frequency(race(() -> alerts.raise(alert(0, 0, OFFICER))), true))
                .isEqualTo(1);
    }

    @Test
    void aTipsAlertsComeByRaiseRungAndOfficerAndNoOtherTips() {
        List<Alert> all = List.of(
                alert(0, 0, "kurud-si-1"),
                alert(0, 0, "kurud-si-2"),
                alert(0, 1, "kurud-si-1"),
                alert(1, 0, "kurud-si-1"));
        all.reversed().forEach(alerts::raise);
        alerts.raise(new Alert(
                Invented.reference(),
                0,
                0,
                OFFICER,
                Unit.CONTROL_ROOM,
                Priority.HIGH,
                Optional.empty(),
                AlertState.PENDING,
                0,
                now,
                now));

        assertThat(alerts.of(tip)).containsExactlyElementsOf(all);
    }

    @Test
    void aClaimIsExclusiveAndItsLeaseEnds() {
        Alert read = raised();

        assertThat(alerts.claim(read, leaseEnd)).isTrue();
        assertThat(alerts.claim(read, leaseEnd)).isFalse();
        assertThat(asItStands().state()).isEqualTo(AlertState.SENDING);
        assertThat(asItStands().attempts()).isEqualTo(1);
        assertThat(isDueBy(leaseEnd.minusMillis(1))).isFalse();
        assertThat(isDueBy(leaseEnd)).isTrue();
        assertThat(alerts.claim(asItStands(), leaseEnd)).isTrue();
    }

    @Test
    void ofManyWhoClaimOneAlertAtOnceOneGetsIt() throws Exception {
        Alert read = raised();

        assertThat(Collections.frequency(race(() -> alerts.claim(read, leaseEnd)), true))
                .isEqualTo(1);
    }

    @Test
    void anAlertNobodyRaisedIsNotClaimedAndNotMade() {
        assertThat(alerts.claim(alert(0, 0, OFFICER), leaseEnd)).isFalse();
        assertThat(alerts.of(tip)).isEmpty();
    }

    @Test
    void aSentAlertIsNeverDueAndNeverSentAgain() {
        alerts.claim(raised(), leaseEnd);

        assertThat(alerts.sent(asItStands(), "provider-id", now)).isTrue();
        assertThat(isEverDue()).isFalse();
        assertThat(alerts.claim(asItStands(), leaseEnd)).isFalse();
        assertThat(alerts.sent(asItStands(), "other", now)).isFalse();
        assertThat(alerts.failed(asItStands(), "late", now)).isFalse();
        assertThat(row().text("provider")).isEqualTo("provider-id");
    }

    @Test
    void anAlertPutBackIsDueAtItsTime() {
        Instant later = now.plusSeconds(600);
        alerts.claim(raised(), leaseEnd);

        assertThat(alerts.again(asItStands(), later)).isTrue();
        assertThat(alerts.again(asItStands(), later)).isFalse();
        assertThat(isDueBy(later.minusMillis(1))).isFalse();
        assertThat(isDueBy(later)).isTrue();
    }

    @Test
    void aFailedAlertSaysWhyAndIsNeverDue() {
        Alert alert = raised();

        assertThat(alerts.failed(alert, "opted out", now)).isTrue();
        assertThat(isEverDue()).isFalse();
        assertThat(alerts.claim(asItStands(), leaseEnd)).isFalse();
        assertThat(row().text("why")).isEqualTo("opted out");
    }

    @Test
    void anAlertWhoseTipIsTakenCareOfIsNeverDueUnlessItWentOut() {
        Alert alert = raised();
        assertThat(alerts.superseded(alert, now)).isTrue();
        assertThat(isEverDue()).isFalse();
        assertThat(alerts.claim(asItStands(), leaseEnd)).isFalse();
        assertThat(alerts.superseded(alert, now)).isFalse();
        assertThat(alerts.sent(asItStands(), "late", now)).isFalse();
    }

    @Test
    void anOfficerAcknowledgesOnceAndAlertsNobodyRaisedAreNotMade() {
        Alert alert = alert(0, 0, OFFICER);
        Acknowledgement has = new Acknowledgement(OFFICER, alert.unit(), false, now, Channel.LINK);
        Acknowledgement goes = new Acknowledgement(OFFICER, alert.unit(), true, now, Channel.WHATSAPP);
        assertThat(alerts.acknowledged(alert, has)).isFalse();
        alerts.raise(alert);

        assertThat(alerts.acknowledged(alert, has)).isTrue();
        assertThat(alerts.acknowledged(alert, has)).isFalse();
        assertThat(alerts.acknowledged(alert, goes)).isTrue();
        assertThat(isEverDue()).isFalse();
        assertThat(alerts.claim(asItStands(), leaseEnd)).isFalse();
    }

    @Test
    void whatIsDueComesByItsTime() {
        List<Alert> raised = Stream.of(5, 3, 9, 1, 7).map(this::dueIn).toList();
        raised.forEach(alerts::raise);

        assertThat(alerts.due(now.plusSeconds(7), PLENTY))
                .containsExactlyInAnyOrderElementsOf(raised.stream()
                        .filter(a -> !a.dueAt().isAfter(now.plusSeconds(7)))
                        .toList());
        // one tip's alerts lie in one shard
        assertThat(alerts.due(now.plusSeconds(9), 3))
                .map(Alert::dueAt)
                .isSorted()
                .hasSize(3);
    }

    private Alert dueIn(int seconds) {
        return new Alert(
                tip,
                0,
                0,
                "officer-" + seconds,
                new Unit("Kurud"),
                Priority.HIGH,
                Optional.empty(),
                AlertState.PENDING,
                0,
                now,
                now.plusSeconds(seconds));
    }

    @Test
    void aRowExpiresWhenItsTimeToLiveHasPassed() {
        raised();

        assertThat(row().number("expires")).isEqualTo(expiryOf(now));
    }
}
