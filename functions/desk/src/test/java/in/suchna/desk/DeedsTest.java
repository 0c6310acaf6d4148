package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.Citizen;
import in.suchna.citizen.Language;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Sealed;
import in.suchna.seal.Sealer;
import in.suchna.store.Citizens;
import in.suchna.store.Climbs;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.store.Roster;
import in.suchna.tip.Category;
import in.suchna.tip.Disposition;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeedsTest {
    private static final Retention RETENTION = Retention.ofDays(400);
    private static final Unit KURUD = Unit.of(new Thana("Kurud"));

    private final AtWork work = new AtWork();
    private final Citizens citizens = new Citizens(work.aws.dynamo(), work.aws.table("Citizens"), RETENTION);
    private final Outbox outbox = new Outbox(work.aws.dynamo(), work.aws.table("Outbox"), RETENTION);
    private final Climbs climbs = new Climbs(work.aws.dynamo(), work.aws.table("Alerts"), RETENTION);
    private Tip tip = work.tip(Category.THEFT, Priority.NORMAL, "Kurud");

    @BeforeAll
    void roster() {
        Roster roster = new Roster(work.aws.dynamo(), work.aws.table("Roster"));
        roster.put(shift(KURUD, new Officer("kurud-si-1", "SI Yogesh", "+915555000124")));
        roster.put(shift(Unit.SP_OFFICE, new Officer("sp-reader", "Reader", "+915555000199")));
    }

    private static Shift shift(Unit unit, Officer officer) {
        return new Shift(unit, officer, EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    @BeforeEach
    void begin() {
        tip = work.tip(Category.THEFT, Priority.NORMAL, "Kurud");
    }

    @AfterAll
    void end() {
        work.close();
    }

    private String act(Tip seen, String deed, String... fields) {
        ObjectNode event = AtWork.event(
                "view",
                "tip",
                "reference",
                seen.reference().text(),
                "do",
                deed,
                "version",
                Long.toString(seen.version()));
        work.pass(Duration.ofSeconds(1));
        return work.answer(AtWork.withFields(event, fields));
    }

    private Tip now() {
        return work.stored(tip);
    }

    private Citizen citizen(Language language) {
        Sealed address = new Sealer(
                        work.aws
                                .kms()
                                .getPublicKey(
                                        b -> b.keyId(work.aws.template().keys().getOrDefault("SealKey", "")))
                                .publicKey()
                                .asByteArray(),
                        java.security.SecureRandom::new)
                .envelope()
                .seal(in.suchna.seal.Purpose.ADDRESS, new byte[] {1});
        Citizen known = new Citizen(
                tip.citizen(),
                Optional.of(language),
                Optional.empty(),
                Optional.of(address),
                work.now(),
                "{\"welcomed\":true}",
                0);
        work.aws.dynamo().transactWriteItems(b -> b.transactItems(citizens.put(known)));
        return citizens.find(tip.citizen()).orElseThrow();
    }

    private Outgoing letter() {
        return outbox.find("desk." + Invoked.REQUEST).orElseThrow();
    }

    @Test
    void aReadTipIsReadUntilTheCitizenWritesMore() {
        assertThat(act(tip, "read")).contains("Marked as read");

        assertThat(now().status()).isEqualTo(Status.READ);
        assertThat(now().isUnread()).isFalse();
        assertThat(now().handling().readAt()).contains(work.now());
    }

    @Test
    void everyDeedStandsOnTheTimelineWithItsRequest() {
        act(tip, "read");

        assertThat(work.timeline.of(tip.reference())).singleElement().satisfies((TimelineEntry entry) -> {
            assertThat(entry.what()).isEqualTo("desk-read");
            assertThat(entry.content()).contains("\"request\":\"" + Invoked.REQUEST + "\"");
        });
        assertThat(work.show("view", "tip", "reference", tip.reference().text()))
                .contains("Desk: read", "Request " + Invoked.REQUEST);
    }

    @Test
    void anOfficerOfTheStationIsGivenTheTipAndFindsItAsMine() {
        assertThat(act(tip, "assign", "officer", "kurud-si-1")).contains("Assigned.");

        assertThat(now().status()).isEqualTo(Status.ASSIGNED);
        assertThat(work.show("view", "queue", "assignee", "kurud-si-1"))
                .contains(tip.reference().text());
        assertThat(work.show("view", "queue", "assignee", "sp-reader"))
                .doesNotContain(tip.reference().text());
    }

    @Test
    void aComplaintAgainstPoliceGoesToNobodyOfTheStation() {
        tip = work.tip(Category.POLICE_CONDUCT, Priority.NORMAL, "Kurud");

        assertThat(act(tip, "assign", "officer", "kurud-si-1")).contains("choose an officer of the list");
        assertThat(act(tip, "assign", "officer", "sp-reader")).contains("Assigned.");
    }

    @Test
    void theSecondOfTwoIsToldAndOverwritesNothing() {
        Tip seenByBoth = tip;
        act(seenByBoth, "assign", "officer", "kurud-si-1");

        assertThat(act(seenByBoth, "close", "disposition", "FALSE"))
                .contains("someone else, or the citizen, changed this tip");
        assertThat(now().status()).isEqualTo(Status.ASSIGNED);
        assertThat(work.timeline.of(tip.reference())).hasSize(1);
    }

    @Test
    void whoWritesBetweenTheReadAndTheWriteOfADeedIsNotOverwritten() {
        Tip seen = tip;
        work.aws.calls().failBy(new in.suchna.localaws.policy.Fault() {
            @Override
            public void before(in.suchna.localaws.policy.Call call) {
                if (call.operation().equals("dynamodb:TransactWriteItems")) {
                    work.aws.calls().failBy(in.suchna.localaws.policy.Fault.NONE);
                    work.put(seen.handled(Status.READ, seen.handling().assignedTo("sp-reader")));
                }
            }
        });

        assertThat(act(seen, "assign", "officer", "kurud-si-1")).contains("Nothing was done");
        assertThat(now().handling().assignee()).contains("sp-reader");
    }

    @Test
    void aRaisedPriorityClimbsTheLadderAnewAndSaysWhy() {
        assertThat(act(tip, "priority", "new-priority", "CRITICAL", "priority-why", "knife seen on the photo"))
                .contains("The priority was changed", "Desk: knife seen on the photo");

        assertThat(now().raises()).isEqualTo(1);
        assertThat(now().urgentSince()).contains(work.now());
        assertThat(now().judgement().reasons()).containsExactly("desk: knife seen on the photo", "because of it");
    }

    @Test
    void aLoweredPriorityWakesNobodyAndStopsTheLadder() {
        tip = work.tip(Category.VIOLENCE, Priority.CRITICAL, "Kurud");
        climbs.save(Climb.of(tip), Optional.of(work.now()));
        act(tip, "priority", "new-priority", "LOW", "priority-why", "a film");

        assertThat(now().raises()).isZero();
        assertThat(climbs.of(tip.reference()))
                .singleElement()
                .satisfies(climb -> assertThat(climb.state()).isEqualTo(ClimbState.ACKNOWLEDGED));
    }

    @Test
    void theControlRoomsWordIsOneOfTwoThatACriticalTipNeeds() {
        tip = work.tip(Category.VIOLENCE, Priority.CRITICAL, "Kurud");
        climbs.save(Climb.of(tip), Optional.of(work.now()));

        assertThat(act(tip, "acknowledge")).contains("the control room has it", "desk has it");
        assertThat(climbs.of(tip.reference()))
                .singleElement()
                .satisfies(climb -> assertThat(climb.state()).isEqualTo(ClimbState.CLIMBING));
    }

    @ParameterizedTest
    @CsvSource({"hi,आपकी सूचना", "hne,तुंहर खबर", "hi-Latn,Aapki soochna", "en,your tip"})
    void theCitizenIsAskedInTheirLanguageAndTheirAnswerJoinsTheTip(String language, String begin) {
        work.aws
                .dynamo()
                .deleteItem(b -> b.tableName(work.aws.table("Outbox"))
                        .key(java.util.Map.of(
                                "id",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                                        "desk." + Invoked.REQUEST))));
        Citizen before = citizen(Language.ofTag(language).orElseThrow());
        assertThat(act(tip, "ask", "ask-words", "किस रंग की \"गाड़ी\" थी?")).contains("on its way to the citizen");

        assertThat(letter().payload()).contains(begin, tip.reference().text(), "किस रंग की \\\"गाड़ी\\\" थी?");
        assertThat(letter().template().orElseThrow())
                .contains("tip_update", tip.reference().text());
        assertThat(letter().windowUntil()).isEqualTo(before.lastMessageAt().plus(Duration.ofHours(24)));
        assertThat(citizens.find(tip.citizen()).orElseThrow().openTip()).contains(tip.reference());
        assertThat(now().handling().askedAt()).contains(work.now());
    }

    @Test
    void toldWhatCameOfItATipHasHadItsAction() {
        work.aws
                .dynamo()
                .deleteItem(b -> b.tableName(work.aws.table("Outbox"))
                        .key(java.util.Map.of(
                                "id",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                                        "desk." + Invoked.REQUEST))));
        citizen(Language.HINDI);
        act(tip, "tell", "tell-words", "दुकान बंद कराई गई।");

        assertThat(now().status()).isEqualTo(Status.ACTION_TAKEN);
        assertThat(letter().payload()).contains("दुकान बंद कराई गई।");
    }

    @Test
    void nobodyCanWriteToWhoIsForgotten() {
        assertThat(act(tip, "ask", "ask-words", "?")).contains("asked to be forgotten");
        assertThat(act(tip, "tell", "tell-words", "x")).contains("asked to be forgotten");
        assertThat(act(tip, "mute")).contains("asked to be forgotten");
        assertThat(now().version()).isEqualTo(tip.version());
    }

    @Test
    void aMutedCitizensConversationStaysAsItWasButForTheOneWord() {
        citizen(Language.HINDI);
        act(tip, "mute");
        assertThat(citizens.find(tip.citizen()).orElseThrow().conversation())
                .isEqualTo("{\"welcomed\":true,\"muted\":true}");

        assertThat(act(now(), "unmute")).contains("answered again");
        assertThat(citizens.find(tip.citizen()).orElseThrow().conversation())
                .isEqualTo("{\"welcomed\":true,\"muted\":false}");
    }

    @Test
    void aDuplicateIsLinkedFromBothSidesAndCanBeOpenedAgain() {
        Tip original = work.tip(Category.THEFT, Priority.NORMAL, "Kurud");
        assertThat(act(
                        tip,
                        "close",
                        "disposition",
                        "DUPLICATE",
                        "duplicate-of",
                        tip.reference().text()))
                .contains("number of the other tip");
        assertThat(act(
                        tip,
                        "close",
                        "disposition",
                        "DUPLICATE",
                        "duplicate-of",
                        original.reference().text().toLowerCase(java.util.Locale.ROOT)))
                .contains("Closed.", original.reference().text());

        assertThat(now().handling().disposition()).contains(Disposition.DUPLICATE);
        assertThat(work.show("view", "tip", "reference", original.reference().text()))
                .contains("Tells the same", tip.reference().text());
        assertThat(act(now(), "read")).contains("this tip is closed");
        act(now(), "reopen");
        assertThat(now().status()).isEqualTo(Status.READ);
        assertThat(now().handling().duplicateOf()).isEmpty();
    }

    @Test
    void whatIsOpenedAgainIsStillHisWhoHadIt() {
        assertThat(act(tip, "assign", "officer", "kurud-si-1")).contains("Assigned.");
        act(now(), "close", "disposition", "FALSE");
        act(now(), "reopen");
        assertThat(now().status()).isEqualTo(Status.ASSIGNED);
        assertThat(now().handling().assignee()).contains("kurud-si-1");
    }

    @ParameterizedTest
    @CsvSource({
        "assign,officer,nobody,choose an officer",
        "assign,officer,'',choose an officer",
        "priority,new-priority,HIGH,write why",
        "priority,new-priority,TOP,choose a priority",
        "close,disposition,WRONG,choose how it is closed",
        "reopen,x,x,not closed",
        "drop,x,x,no such action",
        "ask,ask-words,'',write the words"
    })
    void whatIsAskedForWronglyChangesNothing(String deed, String field, String value, String told) {
        citizen(Language.HINDI);
        assertThat(act(tip, deed, field, value)).contains(told, "warning");
        assertThat(now()).isEqualTo(tip);
        assertThat(work.timeline.of(tip.reference())).isEqualTo(List.of());
    }
}
