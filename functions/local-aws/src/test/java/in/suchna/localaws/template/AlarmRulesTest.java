package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.journal.Signal;
import in.suchna.localaws.LocalParameters;
import in.suchna.localaws.template.Alarm.Metric;
import in.suchna.localaws.template.Alarm.Watched;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every alarm of template.yaml, those still to come included. */
class AlarmRulesTest {
    /** Figures that nobody must act on; what a stream gives up for good has the alarm of its queue. */
    private static final Set<Signal> FIGURES = EnumSet.of(
            Signal.KEPT,
            Signal.TIP,
            Signal.RECORD_FAILED,
            Signal.RECEIPT_UNMATCHED,
            Signal.ALERT_SENT,
            Signal.ACKNOWLEDGED,
            Signal.EVIDENCE_KEPT);

    private final Map<String, JsonNode> alarms = new TemplateTree().each("AWS::CloudWatch::Alarm");
    private final List<Metric> ours =
            Template.read(TemplateTree.FILE, LocalParameters.with(Map.of())).alarms().values().stream()
                    .flatMap(alarm -> alarm.watched().stream())
                    .map(Watched::metric)
                    .filter(metric -> metric.namespace().equals("Suchna"))
                    .toList();

    @Test
    void everySignalOfTroubleHasAnAlarm() {
        assertThat(ours)
                .map(Metric::name)
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(FIGURES)).stream()
                        .map(Signal::metric)
                        .toList());
    }

    @Test
    void everyAlarmOfOursIsOnASignalThatIsCounted() {
        assertThat(ours)
                .map(Metric::name)
                .isSubsetOf(Arrays.stream(Signal.values()).map(Signal::metric).toList());
        // the journal counts without dimensions: an alarm on one would wait for ever
        assertThat(ours).allMatch(metric -> metric.dimensions().isEmpty());
    }

    @Test
    void everyAlarmTellsAPersonInWordsAndStaysQuietWhenNothingHappens() {
        assertThat(alarms).isNotEmpty().allSatisfy((id, alarm) -> {
            assertThat(alarm.path("AlarmActions").path(0).path("Ref").asText())
                    .as(id)
                    .isEqualTo("AlarmTopic");
            assertThat(alarm.path("AlarmDescription").asText()).as(id).isNotBlank();
            // what must always be heard is missed when it is not
            boolean heartbeat = Stream.of(Signal.SWEPT, Signal.PROBE_ARRIVED)
                    .anyMatch(signal -> alarm.toString().contains("\"" + signal.metric() + "\""));
            assertThat(alarm.path("TreatMissingData").asText())
                    .as(id)
                    .isEqualTo(heartbeat ? "breaching" : "notBreaching");
        });
    }

    @Test
    void theDashboardShowsEveryAlarmAndTheDeskLooksIntoEveryQueueOfFailures() {
        TemplateTree template = new TemplateTree();
        String board =
                String.valueOf(template.each("AWS::CloudWatch::Dashboard").get("DeskDashboard"));
        assertThat(alarms.keySet()).allSatisfy(alarm -> assertThat(board).contains("alarm:${" + alarm + "}"));
        String desk = String.valueOf(template.functions().get("Desk"));
        assertThat(template.each("AWS::SQS::Queue").keySet())
                .allSatisfy(queue -> assertThat(desk).contains("${" + queue + "}"));
    }
}
