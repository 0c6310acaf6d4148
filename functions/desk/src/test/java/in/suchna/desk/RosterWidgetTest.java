package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.DutyChange;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.store.Roster;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterWidgetTest {
    private static final Unit KURUD = new Unit("Kurud");
    private static final Officer SINGH = new Officer("kurud-si-1", "SI <b>Singh</b>", "+915555000101");
    private static final Officer NETAM = new Officer("nagri-si-1", "SI Netam", "+915555000102");

    private final AtWork work = new AtWork();
    private final Roster roster = new Roster(work.aws.dynamo(), work.aws.table("Roster"));

    @BeforeEach
    void aDayShiftInKurudAndAnOfficerElsewhere() {
        roster.planOf(KURUD).shifts().forEach(roster::remove);
        roster.planOf(KURUD).changes().forEach(roster::remove);
        roster.put(shift(KURUD, SINGH, 8, 20));
        roster.put(shift(new Unit("Nagri"), NETAM, 0, 0));
    }

    private static Shift shift(Unit unit, Officer officer, int from, int to) {
        return new Shift(unit, officer, EnumSet.allOf(DayOfWeek.class), LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    @AfterAll
    void end() {
        work.close();
    }

    private static ObjectNode asked(String deed, String seen) {
        return AtWork.event("view", "roster", "unit", "Kurud", "do", deed, "seen", seen);
    }

    private String seen() {
        return in.suchna.desk.act.DutyDeeds.seen(plan());
    }

    private DutyPlan plan() {
        return roster.planOf(KURUD);
    }

    @Test
    void allUnitsAreReadAtOnceAndAGapIsTold() {
        work.aws.calls().reset();
        assertThat(work.show("view", "roster"))
                .contains("nobody from 20:00 to 08:00", "SI &lt;b&gt;Singh", "SI Netam")
                .doesNotContain("<b>");
        assertThat(work.aws.calls().of("Desk")).isEqualTo(Map.of("dynamodb:Scan", 1L));
    }

    @Test
    void aShiftIsAddedAndTakenAway() {
        ObjectNode add = AtWork.withFields(
                asked("add-shift", seen()),
                "duty-officer",
                NETAM.id(),
                "duty-days",
                "1234567",
                "duty-from",
                "20:00",
                "duty-to",
                "8:00");
        assertThat(work.answer(add)).contains("The shift is in the roster.", "✔ no gap", "20:00 to 08:00");
        assertThat(work.answer(add)).contains("someone else changed this unit");
        Shift added = plan().shifts().stream()
                .filter(one -> one.officer().id().equals(NETAM.id()))
                .findFirst()
                .orElseThrow();
        assertThat(work.answer(asked("take-shift", seen()).put("key", added.key())))
                .contains("The shift is out of the roster.", "nobody from 20:00 to 08:00");
        assertThat(plan().shifts()).hasSize(1);
        assertThat(work.log()).contains("roster-changed", "take-shift", Invoked.REQUEST);
    }

    @Test
    void leaveAndCoverAreNotedAndTheGapFollows() {
        String leave = work.answer(AtWork.withFields(
                asked("add-change", seen()),
                "change-away",
                SINGH.id(),
                "change-begin",
                "2026-11-24 13:00",
                "change-end",
                "2026-11-24T15:00"));
        assertThat(leave).contains("It is in the roster.", "is away", "nobody from 13:00 to 15:00");
        assertThat(work.answer(AtWork.withFields(
                        asked("add-change", seen()),
                        "change-instead",
                        NETAM.id(),
                        "change-begin",
                        "2026-11-24 13:00",
                        "change-end",
                        "2026-11-24 15:00")))
                .contains("in addition")
                .doesNotContain("nobody from 13:00");
        String key = plan().changes().getFirst().key();
        assertThat(work.answer(asked("take-change", seen()).put("key", key))).contains("It is out of the roster.");
        assertThat(plan().changes()).hasSize(1);
    }

    @Test
    void aLeaveIsNotedInAllUnitsOfWhoIsAwayAtOnceAndInNoOther() {
        Unit head = new Unit("Head of Kurud");
        roster.put(shift(head, SINGH, 0, 0));
        ObjectNode leave = AtWork.withFields(
                asked("add-change", seen()),
                "change-away",
                SINGH.id(),
                "change-where",
                "all",
                "change-begin",
                "2026-11-24 13:00",
                "change-end",
                "2026-11-24 15:00");
        assertThat(work.answer(leave)).contains("It is in the roster.", "nobody from 13:00 to 15:00");
        assertThat(plan().changes()).hasSize(1);
        assertThat(roster.planOf(head).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.away()).contains(SINGH.id()));
        assertThat(roster.planOf(new Unit("Nagri")).changes()).isEmpty();
        // all or none
        assertThat(roster.addAll(List.of(
                        plan().changes().getFirst(),
                        new DutyChange(
                                new Unit("Nagri"),
                                plan().changes().getFirst().from(),
                                plan().changes().getFirst().to(),
                                Optional.of(NETAM.id()),
                                Optional.empty()))))
                .isFalse();
        assertThat(roster.planOf(new Unit("Nagri")).changes()).isEmpty();

        assertThat(work.answer(AtWork.withFields(
                        asked("add-change", seen()),
                        "change-instead",
                        NETAM.id(),
                        "change-where",
                        "all",
                        "change-begin",
                        "2026-11-24 13:00",
                        "change-end",
                        "2026-11-24 15:00")))
                .contains("only a leave can be for all units");
        roster.planOf(head).changes().forEach(roster::remove);
        roster.planOf(head).shifts().forEach(roster::remove);
    }

    @Test
    void whoIsSecondIsToldAndChangesNothing() {
        String old = seen();
        roster.put(shift(KURUD, NETAM, 20, 8));
        assertThat(work.answer(asked("take-shift", old)
                        .put("key", shift(KURUD, SINGH, 8, 20).key())))
                .contains("someone else changed this unit");
        assertThat(plan().shifts()).hasSize(2);
        // even in the moment after it was read
        assertThat(roster.add(shift(KURUD, NETAM, 20, 9))).isFalse();
        assertThat(roster.take(shift(KURUD, NETAM, 20, 9))).isFalse();
        assertThat(roster.take(shift(KURUD, NETAM, 20, 8))).isTrue();
        assertThat(roster.take(shift(KURUD, NETAM, 20, 8))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "add-shift,stranger,1234567,08:00,20:00,choose an officer",
        "add-shift,nagri-si-1,89,08:00,20:00,choose the days",
        "add-shift,nagri-si-1,'',08:00,20:00,choose the days",
        "add-shift,nagri-si-1,1,25:00,20:00,times of 24 hours",
        "add-shift,nagri-si-1,1,08:00,<b>,times of 24 hours",
        "add-shift,kurud-si-1,1234567,08:00,20:00,in the roster already",
        "steal-shift,nagri-si-1,1,08:00,20:00,no such action",
        "take-shift,nagri-si-1,1,08:00,20:00,someone else changed"
    })
    void aShiftThatCantBeIsRefused(String deed, String officer, String days, String from, String to, String told) {
        assertThat(work.answer(AtWork.withFields(
                        asked(deed, seen()),
                        "duty-officer",
                        officer,
                        "duty-days",
                        days,
                        "duty-from",
                        from,
                        "duty-to",
                        to)))
                .contains(told, "warning")
                .doesNotContain("<b>");
        assertThat(plan().shifts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'','',2026-11-25 10:00,2026-11-26 10:00,choose who is away",
        "kurud-si-1,kurud-si-1,2026-11-25 10:00,2026-11-26 10:00,their own stead",
        "nagri-si-1,'',2026-11-25 10:00,2026-11-26 10:00,choose an officer",
        "kurud-si-1,stranger,2026-11-25 10:00,2026-11-26 10:00,choose an officer",
        "kurud-si-1,'',2026-11-26 10:00,2026-11-25 10:00,end must be after",
        "kurud-si-1,'',2026-11-20 10:00,2026-11-21 10:00,end must be after",
        "kurud-si-1,'',2026-11-25 10:00,2028-11-26 10:00,end must be after",
        "kurud-si-1,'',tomorrow,<script>,end must be after"
    })
    void aChangeThatCantBeIsRefused(String away, String instead, String begin, String end, String told) {
        assertThat(work.answer(AtWork.withFields(
                        asked("add-change", seen()),
                        "change-away",
                        away,
                        "change-instead",
                        instead,
                        "change-begin",
                        begin,
                        "change-end",
                        end)))
                .contains(told, "warning")
                .doesNotContain("<script");
        assertThat(plan().changes()).isEmpty();
    }
}
