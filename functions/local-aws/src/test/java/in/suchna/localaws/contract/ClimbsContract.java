package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Unit;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class ClimbsContract extends Contract {
    private static final Acknowledgement WORD = new Acknowledgement(
            "kurud-si-1", new Unit("Thana # Kurud"), true, Instant.ofEpochMilli(1_795_502_096_123L));

    private final Climbs climbs;
    private final Reference tip = Invented.reference();

    ClimbsContract(Cloud cloud) {
        super(cloud);
        this.climbs = new Climbs(cloud.dynamo(), cloud.table("Alerts"), RETENTION);
    }

    private Climb climb(int raise, long version, Acknowledgement... words) {
        return climb(tip, raise, version, words);
    }

    private Climb climb(Reference reference, int raise, long version, Acknowledgement... words) {
        return new Climb(
                reference,
                raise,
                Priority.CRITICAL,
                Category.VIOLENCE,
                Optional.of(new Thana("Kurud")),
                now,
                ClimbState.CLIMBING,
                1,
                List.of(words),
                version);
    }

    private Optional<Climb> save(Climb climb) {
        return climbs.save(climb, Optional.of(now));
    }

    private boolean isDueBy(Instant moment) {
        return climbs.due(moment, 100).stream()
                .anyMatch(climb -> climb.reference().equals(tip));
    }

    @Test
    void aNewClimbComesBackAsFirstVersionWithItsAcknowledgements() {
        assertThat(save(climb(0, 0, WORD))).contains(climb(0, 1, WORD));
        assertThat(climbs.find(tip, 0)).contains(climb(0, 1, WORD));
        assertThat(climbs.find(tip, 1)).isEmpty();
    }

    @Test
    void whoReadAnOlderVersionChangesNothing() {
        save(climb(0, 0));
        save(climb(0, 1, WORD));

        assertThat(save(climb(0, 0))).isEmpty();
        assertThat(save(climb(0, 1))).isEmpty();
        assertThat(climbs.find(tip, 0)).contains(climb(0, 2, WORD));
    }

    @Test
    void ofManyWhoChangeOneVersionAtOnceOneComesThrough() throws Exception {
        save(climb(0, 0));

        assertThat(race(() -> save(climb(0, 1))).stream().filter(Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void aClimbIsDueFromItsTimeOnAndAnEndedOneNever() {
        climbs.save(climb(0, 0), Optional.of(now.plusSeconds(60)));
        assertThat(isDueBy(now.plusMillis(59_999))).isFalse();
        assertThat(isDueBy(now.plusSeconds(60))).isTrue();

        climbs.save(climb(0, 1), Optional.empty());
        assertThat(isDueBy(now.plusSeconds(80_000))).isFalse();
    }

    @Test
    void theLongestDueComesFirst() {
        List<Climb> raised = Stream.of(3, 1, 2)
                .map(minute -> {
                    Climb climb = climb(Invented.reference(), 0, 0);
                    climbs.save(climb, Optional.of(now.plusSeconds(60L * minute)));
                    return climb;
                })
                .toList();

        assertThat(climbs.due(now.plusSeconds(600), 2))
                .map(Climb::reference)
                .containsExactly(raised.get(1).reference(), raised.get(2).reference());
    }

    @Test
    void climbsAndAlertsOfOneTipLieApart() {
        Alerts alerts = new Alerts(cloud.dynamo(), cloud.table("Alerts"), RETENTION);
        Alert alert = new Alert(
                tip,
                0,
                0,
                "kurud-si-1",
                new Unit("Kurud"),
                Priority.CRITICAL,
                Optional.empty(),
                AlertState.PENDING,
                0,
                now,
                now);
        save(climb(0, 0));
        save(climb(10, 0));
        alerts.raise(alert);

        assertThat(climbs.of(tip)).map(Climb::raise).containsExactly(0, 10);
        assertThat(climbs.find(tip, 1)).isEmpty();
        assertThat(alerts.of(tip)).containsExactly(alert);
        assertThat(alerts.due(now, 100)).containsExactly(alert);
        assertThat(climbs.due(now, 100)).hasSize(2);
    }
}
