package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import in.suchna.widget.Widgets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
    private final AtWork work = new AtWork();

    @AfterAll
    void end() {
        work.close();
    }

    @Test
    void theConsoleIsToldWhichParametersThereAre() {
        assertThat(work.raw("{\"describe\":true}")).contains("**view**", "`queue`", "```yaml\nview: queue");
    }

    @Test
    void theEventOfTheDocumentationIsAccepted() {
        String event = """
                {"view":"queue","widgetContext":{"dashboardName":"Board-of-today","widgetId":"widget-3","accountId":"000000000000",
                "locale":"hi-IN","timezone":{"label":"UTC","offsetISO":"+00:00","offsetInMinutes":0},"period":300,
                "isAutoPeriod":true,"timeRange":{"mode":"relative","start":1795500000000,"end":1795503600000,
                "relativeStart":3600000,"zoom":{"start":1795500600000,"end":1795501200000}},"theme":"dark",
                "linkCharts":true,"title":"Queue","forms":{"all":{}},"params":{"view":"queue"},"width":450,"height":369}}""";

        assertThat(work.raw(event)).contains("suchna", "dark", "narrow", "lang=\"hi\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "not json",
                "",
                "{\"view\":{\"a\":1}}",
                "{\"view\":\"<script>\"}",
                "{\"view\":\"nothing\",\"widgetContext\":7}"
            })
    void whatIsNoWidgetIsAnsweredWithOneThatSaysSo(String event) {
        assertThat(work.raw(event))
                .contains("warning", "There is no such widget")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"view\":\"queue\",\"widgetContext\":{\"forms\":[],\"params\":3,\"theme\":[],\"width\":\"wide\"}}",
                "{\"view\":\"queue\",\"use\":\"form\",\"status\":\"FLYING\",\"widgetContext\":{\"forms\":{\"all\":{\"status\":{}}}}}",
                "{\"view\":\"queue\",\"from\":\"x\",\"place\":\"\\u0000\",\"thana\":\"an absurdly long name of a station that is none\"}",
                "{\"view\":\"tip\"}",
                "{\"view\":\"tip\",\"reference\":\"<b>\"}"
            })
    void oddPartsOfAnEventAreLeftOut(String event) {
        assertThat(work.raw(event)).contains("suchna").doesNotContain("could not be shown");
    }

    @Test
    void aTableThatFailsIsToldAsAWidgetAndNotedWithoutItsWords() {
        work.aws.calls().failBy(new in.suchna.localaws.policy.Fault() {
            @Override
            public void before(in.suchna.localaws.policy.Call call) {
                throw in.suchna.localaws.policy.Fault.timeout();
            }
        });
        try {
            assertThat(work.show("view", "queue")).contains("could not be shown", Invoked.REQUEST);
            assertThat(work.log()).contains("widget-failed").doesNotContain("Read timed out");
        } finally {
            work.aws.calls().failBy(in.suchna.localaws.policy.Fault.NONE);
        }
    }

    @Test
    void aTipIsShownWithItsCodesInWordsAndItsReasons() {
        Tip tip = work.tip(Category.LIQUOR_NARCOTICS, Priority.HIGH, "Kurud");

        assertThat(work.show("view", "tip", "reference", tip.reference().text()))
                .contains("Liquor and drugs", "Why High", "because of it", "Kurud", "pin-ring");
        assertThat(work.show("view", "tip", "reference", tip.reference().text(), "language", "hi"))
                .contains("शराब और नशा", "गंभीर");
        assertThat(work.show("view", "tip", "reference", "0000000")).contains("There is no tip 0000000");
        assertThat(work.show("view", "tip", "reference", "hello")).contains("is not a tip's number");
    }

    @Test
    void whatACitizenWritesBecomesNeitherMarkupNorAnAction() {
        String hostile = "</div><script>alert(1)</script><img src=x onerror=alert(1)>\"'><cwdb-action action=\"call\" "
                + "endpoint=\"" + AtWork.ARN + "\">{\"view\":\"tip\"}</cwdb-action>\u202E&lt;b&gt;\u0000";
        Tip tip = work.tip(
                new Judgement(
                        Category.THEFT,
                        Priority.LOW,
                        Optional.of(new Thana("<b>&\"'</b>")),
                        Optional.of("<svg onload=x>"),
                        List.of(hostile)),
                hostile);
        work.timeline.appendNow(new TimelineEntry(tip.reference(), "1#a", work.now(), "<i>" + hostile, hostile));
        work.timeline.appendNow(new TimelineEntry(
                tip.reference(),
                "2#b",
                work.now(),
                "message",
                AtWork.JSON
                        .createObjectNode()
                        .put("type", "<image>")
                        .put("content", "{\"text\":{\"body\":\"<cwdb-action>\"}}")
                        .put("request", "<script>")
                        .toString()));

        String html = work.show("view", "tip", "reference", tip.reference().text());
        String queue = work.show("view", "queue", "thana", "<b>&\"'</b>", "assignee", "\"><script>");
        assertThat(List.of(html, queue)).allSatisfy(shown -> {
            assertThat(shown).doesNotContain("<script", "<img", "<i>", "<b>", "onload=x>", "\u202E", "\u0000");
            assertThat(actionsIn(shown))
                    .isEqualTo(Pattern.compile("</cwdb-action>")
                            .matcher(shown)
                            .results()
                            .count());
        });
        Tip plain = work.tip(Category.THEFT, Priority.LOW, "Nagri");
        assertThat(actionsIn(html))
                .isEqualTo(actionsIn(
                        work.show("view", "tip", "reference", plain.reference().text())));
        assertThat(html).contains("&lt;cwdb-action action=");
    }

    private static long actionsIn(String html) {
        return Pattern.compile("<cwdb-action").matcher(html).results().count();
    }

    @Test
    void theLargestTipIsSmallerThanTheConsoleTakes() {
        Tip tip = work.tip(Priority.CRITICAL, "भ".repeat(Tip.LONGEST_TEXT));
        for (int i = 0; i < 150; i++) {
            String content = AtWork.JSON
                    .createObjectNode()
                    .put("type", "text")
                    .put("content", "{\"text\":{\"body\":\"" + "भ&".repeat(2_000) + "\"}}")
                    .toString();
            work.timeline.appendNow(new TimelineEntry(
                    tip.reference(), TimelineEntry.idOf(work.now(), "m" + i), work.now(), "message", content));
        }

        String html = work.show("view", "tip", "reference", tip.reference().text());
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Widgets.LARGEST_ANSWER);
        assertThat(html).contains("50 older entries");
    }

    @Test
    void aClosedTipLeavesTheQueueAndIsStillFound() {
        Tip tip = work.tip(Priority.NORMAL, "soon closed");
        work.put(tip.handled(Status.CLOSED, tip.handling()));

        assertThat(work.show("view", "queue")).doesNotContain(tip.reference().text());
        assertThat(work.show("view", "tip", "reference", tip.reference().text()))
                .contains("soon closed", "Closed");
    }

    @Test
    void theRosterShowsEachUnitsGapsInWordsAndColour() {
        assertThat(work.show("view", "roster")).contains("Head of Kurud", "✖ nobody", "class=\"gap\"", "SDOP Nagri");
        assertThat(work.show("view", "roster", "language", "hi")).contains("अभी ड्यूटी पर");
    }

    @Test
    void theDeskMayNotOpenWhatIsSealed() {
        assertThat(work.aws.template().function("Desk").role().allows("kms:Decrypt", "arn:aws:kms:x"))
                .isFalse();
        assertThat(Map.copyOf(work.aws.settingsOf("Desk").variables())).doesNotContainKey("SEAL_KEY");
    }
}
