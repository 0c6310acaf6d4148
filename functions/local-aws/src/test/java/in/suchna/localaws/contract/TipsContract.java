package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.Language;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.Category;
import in.suchna.tip.Disposition;
import in.suchna.tip.Handling;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TipsContract extends Contract {
    private static final Judgement URGENT = new Judgement(
            Category.VIOLENCE,
            Priority.CRITICAL,
            Optional.of(new Thana("City Kotwali")),
            Optional.of("CG05ZZ0001"),
            List.of("लड़ाई", "", "knife 🔪"));
    private static final Judgement BARE =
            new Judgement(Category.OTHER_PROBLEM, Priority.LOW, Optional.empty(), Optional.empty(), List.of());

    private final Tips tips;
    private final Reference reference = Invented.reference();

    TipsContract(Cloud cloud) {
        super(cloud);
        this.tips = new Tips(cloud.dynamo(), cloud.table("Tips"), RETENTION);
    }

    private Tip tip(Judgement judgement, String text, long version) {
        return new Tip(
                reference,
                Invented.citizen(),
                Language.HINDI,
                Status.NEW,
                judgement,
                text,
                2,
                judgement.priority().wakesAnOfficer() ? Optional.of(now) : Optional.empty(),
                1,
                now.minusSeconds(9),
                now,
                version);
    }

    private static Tip asVersion(Tip tip, long version) {
        return new Tip(
                tip.reference(),
                tip.citizen(),
                tip.language(),
                tip.status(),
                tip.judgement(),
                tip.text(),
                tip.parts(),
                tip.urgentSince(),
                tip.raises(),
                tip.createdAt(),
                tip.updatedAt(),
                version);
    }

    @Test
    void aNewTipComesBackWithEveryWordAsFirstVersion() {
        Tip written = tip(URGENT, Invented.WORDS, 0);
        transact(tips.put(written));

        assertThat(tips.find(reference)).contains(asVersion(written, 1));
    }

    @Test
    void whatTheDeskDidComesBackAndAClosedTipLeavesTheQueue() {
        Handling handling = Handling.NONE
                .read(2, now)
                .assignedTo("kurud-si-1")
                .asked(now.plusSeconds(1))
                .closedAs(Disposition.DUPLICATE, Optional.of(Invented.reference()), now.plusSeconds(2));
        transact(tips.put(tip(URGENT, "open", 0)));
        assertThat(row("Tips", key("reference", reference.text())).item()).containsKeys("queue", "place");
        transact(tips.put(tip(URGENT, "closed", 1).handled(Status.CLOSED, handling)));

        assertThat(tips.find(reference).orElseThrow().handling()).isEqualTo(handling);
        assertThat(row("Tips", key("reference", reference.text())).item()).doesNotContainKeys("queue", "place");
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        Tip written = tip(BARE, "", 0);
        transact(tips.put(written));

        assertThat(tips.find(reference)).contains(asVersion(written, 1));
        assertThat(row("Tips", key("reference", reference.text())).item())
                .doesNotContainKeys("thana", "vehicle", "reasons", "urgentSince");
    }

    @Test
    void aReferenceIsGivenToOneTipOnly() {
        transact(tips.put(tip(URGENT, "first", 0)));

        assertThat(refusals(tips.put(tip(URGENT, "second", 0)))).containsExactly(REFUSED);
        assertThat(tips.find(reference)).map(Tip::text).contains("first");
    }

    @Test
    void whoReadAnOlderVersionFailsAndTheReasonStandsAtItsPlace() {
        Timeline timeline = new Timeline(cloud.dynamo(), cloud.table("Timeline"), RETENTION);
        transact(tips.put(tip(URGENT, "first", 0)));
        transact(tips.put(tip(URGENT, "second", 1)));

        assertThat(refusals(
                        timeline.append(Invented.entry(reference, now, "one")),
                        tips.put(tip(URGENT, "late", 1)),
                        timeline.append(Invented.entry(reference, now, "two"))))
                .containsExactly(NO_OBJECTION, REFUSED, NO_OBJECTION);
        assertThat(tips.find(reference)).map(Tip::text).contains("second");
        assertThat(timeline.of(reference)).isEmpty();
    }

    @Test
    void ofManyWhoChangeOneVersionAtOnceOneComesThrough() throws Exception {
        transact(tips.put(tip(URGENT, "first", 0)));

        assertThat(Collections.frequency(race(() -> succeeds(tips.put(tip(URGENT, "next", 1)))), true))
                .isEqualTo(1);
        assertThat(tips.find(reference)).map(Tip::version).contains(2L);
    }

    @Test
    void theStreamsFilterFindsThePriorityAsAWord() {
        transact(tips.put(tip(URGENT, "first", 0)));
        Row row = row("Tips", key("reference", reference.text()));

        assertThat(row.text("priority")).isEqualTo("CRITICAL");
        assertThat(row.number("expires")).isEqualTo(expiryOf(now));
    }

    @Test
    void nobodyKnowsATipNobodyTold() {
        assertThat(tips.find(reference)).isEmpty();
    }
}
