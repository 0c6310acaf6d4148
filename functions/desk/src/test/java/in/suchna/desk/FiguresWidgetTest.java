package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.figures.Counted;
import in.suchna.store.Figures;
import in.suchna.store.Retention;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresWidgetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final AtWork work = new AtWork();

    FiguresWidgetTest() {
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            counted.add(new Counted(
                    "tip#" + i,
                    1,
                    TODAY.minusDays(i % 5),
                    AtWork.BEGIN,
                    Set.of(
                            "tip",
                            "priority." + (i % 4 == 0 ? "HIGH" : "LOW"),
                            "category.THEFT",
                            "thana." + (i == 0 ? "<script>alert(1)</script>" : "Kurud"),
                            "read." + (i < 10 ? 8 : 90),
                            "closed." + (i < 5 ? "ACTIONABLE" : "FALSE"))));
        }
        counted.add(new Counted("climb#a", 1, TODAY, AtWork.BEGIN, Set.of("climb", "acknowledge.4")));
        counted.add(new Counted("tip#old", 1, TODAY.minusYears(3), AtWork.BEGIN, Set.of("tip")));
        new Figures(work.aws.dynamo(), work.aws.table("Figures"), Retention.ofDays(400)).count(counted);
    }

    @AfterAll
    void end() {
        work.close();
    }

    @Test
    void thePeriodsFiguresAreToldInBothLanguagesAndNobodysNameBecomesMarkup() {
        assertThat(work.show("view", "figures"))
                .contains(
                        "26 Oct 2026 to 24 Nov 2026",
                        "5 of them urgent",
                        "25 %",
                        "5 of 20 closed",
                        "8 min",
                        "90 % within 1 h 30 min (20 in all)",
                        "1 alarms, 0 that nobody answered",
                        "Theft",
                        "24 Nov: 4 tips, 1 urgent",
                        "&lt;script&gt;alert(1)")
                .doesNotContain("<script");
        assertThat(work.show("view", "figures", "language", "hi")).contains("24 नवंबर: 4 सूचनाएँ, 1 गंभीर", "चोरी");
    }

    @Test
    void aMonthIsAReportAndAWrongOneTheUsualPeriod() {
        assertThat(work.show("view", "figures", "month", "2026-11"))
                .contains("figures report", "Nov 2026: the district's tip line", "30 Nov: 0 tips");
        for (String wrong : List.of("2026-13", "<b>", "999999999-01", "-5")) {
            assertThat(work.show("view", "figures", "month", wrong)).contains("26 Oct 2026 to 24 Nov 2026");
        }
    }

    @Test
    void theDashboardsTimeRangeIsHeededUpToAYear() {
        assertThat(work.answer(ranged("2026-11-22T00:00:00Z", "2026-11-23T10:00:00Z")))
                .contains("22 Nov 2026 to 23 Nov 2026", "of 8 closed");
        assertThat(work.answer(ranged("1970-01-01T00:00:00Z", "2026-11-24T10:00:00Z")))
                .contains("24 Nov 2025 to 24 Nov 2026");
        ObjectNode odd = AtWork.event("view", "figures");
        odd.withObject("/widgetContext/timeRange").put("start", Long.MAX_VALUE).put("end", Long.MIN_VALUE);
        assertThat(work.answer(odd)).contains("24 Nov 2026").doesNotContain("could not be shown");
    }

    private static ObjectNode ranged(String start, String end) {
        ObjectNode event = AtWork.event("view", "figures");
        event.withObject("/widgetContext/timeRange")
                .put("start", Instant.parse(start).toEpochMilli())
                .put("end", Instant.parse(end).toEpochMilli());
        return event;
    }

    @Test
    void theTableForASpreadsheetIsTextInAFieldAndNothingElse() {
        assertThat(work.show("view", "figures", "format", "csv"))
                .contains("<textarea", "2026-11-24,4,", "Thana: Kurud", "&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(work.show("view", "figures", "format", "csv", "month", "2026-11"))
                .contains("2026-11-30,0,");
    }

    @Test
    void whatItCostsDoesNotGrowWithTheTips() {
        work.aws.calls().reset();
        String html = work.show("view", "figures");
        assertThat(work.aws.calls().of("Desk")).isEqualTo(Map.of("dynamodb:Query", 2L));
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }
}
