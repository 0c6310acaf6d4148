package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.Citizen;
import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.store.Citizens;
import in.suchna.store.Timeline;
import in.suchna.tip.Reference;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class CitizensContract extends Contract {
    private final Citizens citizens;
    private final CitizenId id = Invented.citizen();

    CitizensContract(Cloud cloud) {
        super(cloud);
        this.citizens = new Citizens(cloud.dynamo(), cloud.table("Citizens"), RETENTION);
    }

    private Citizen citizen(String conversation, long version) {
        return new Citizen(
                id,
                Optional.of(Language.CHHATTISGARHI),
                Optional.of(Invented.reference()),
                Optional.of(Invented.sealed()),
                now,
                conversation,
                version);
    }

    @Test
    void aNewCitizenIsFoundAsFirstVersion() {
        Citizen written = citizen(Invented.WORDS, 0);
        transact(citizens.put(written));

        assertThat(citizens.find(id))
                .contains(new Citizen(
                        id, written.language(), written.openTip(), written.address(), now, Invented.WORDS, 1));
    }

    @Test
    void nobodyKnownIsNobody() {
        assertThat(citizens.find(id)).isEmpty();
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        transact(citizens.put(new Citizen(id, Optional.empty(), Optional.empty(), Optional.empty(), now, "", 0)));

        assertThat(citizens.find(id))
                .contains(new Citizen(id, Optional.empty(), Optional.empty(), Optional.empty(), now, "", 1));
    }

    @Test
    void whoReadAnOlderVersionFailsAndTheWholeTransactionWithIt() {
        Timeline timeline = new Timeline(cloud.dynamo(), cloud.table("Timeline"), RETENTION);
        Reference tip = Invented.reference();
        transact(citizens.put(citizen("first", 0)));
        transact(citizens.put(citizen("second", 1)));

        assertThat(refusals(timeline.append(Invented.entry(tip, now, "late")), citizens.put(citizen("late", 1))))
                .containsExactly(NO_OBJECTION, REFUSED);
        assertThat(citizens.find(id)).map(Citizen::conversation).contains("second");
        assertThat(timeline.of(tip)).isEmpty();
    }

    @Test
    void twoNewCitizensOfOneIdAreOne() {
        transact(citizens.put(citizen("first", 0)));

        assertThat(refusals(citizens.put(citizen("second", 0)))).containsExactly(REFUSED);
    }

    @Test
    void ofManyWhoChangeOneVersionAtOnceOneComesThrough() throws Exception {
        transact(citizens.put(citizen("first", 0)));

        assertThat(Collections.frequency(race(() -> succeeds(citizens.put(citizen("next", 1)))), true))
                .isEqualTo(1);
        assertThat(citizens.find(id)).map(Citizen::version).contains(2L);
    }

    @Test
    void aLinkedHashFindsTheSameCitizenAsTheyNowStand() {
        CitizenId phone = Invented.citizen();
        transact(citizens.put(citizen("first", 0)), citizens.link(phone, citizen("first", 0)));
        transact(citizens.put(citizen("second", 1)));

        assertThat(citizens.find(phone))
                .isEqualTo(citizens.find(id))
                .map(Citizen::conversation)
                .contains("second");
    }

    @Test
    void aRowExpiresAfterTheLastMessage() {
        transact(citizens.put(citizen("first", 0)));

        assertThat(row("Citizens", key("id", id.text())).number("expires")).isEqualTo(expiryOf(now));
    }
}
